using System.Diagnostics;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>What a process writes past its cells, as when it dies: the beginning and the end of it.</summary>
/// <remarks>Where a process reads its own descriptors for its cells, only what it left behind is read here, once it is gone.</remarks>
internal sealed class ProcessTail
{
    private const int Lines = 20;

    /// <summary>Frames between the user's code and the thread, which are the same for every cell and are left out.</summary>
    private static readonly string[] HostFrames =
    [
        "   at TradeBot.Notebooks.", "   at System.Runtime.CompilerServices.", "   at System.Runtime.ControlledExecution", "   at System.Threading.Thread.StartCallback",
    ];

    private readonly Lock _gate = new();
    private readonly List<string> _first = [];
    private readonly Queue<string> _last = new();
    private readonly StringBuilder _outLine = new();
    private readonly StringBuilder _errorLine = new();
    private readonly Lazy<Task> _reading;

    /// <param name="process">Just started, both outputs redirected.</param>
    public ProcessTail(Process process)
    {
        _reading = new Lazy<Task>(() => Task.WhenAll(ReadAsync(process.StandardOutput, _outLine), ReadAsync(process.StandardError, _errorLine)));
        if (!RawOutput.IsSupported)
            _ = _reading.Value;
    }

    /// <summary>Takes what the process itself had read of its last words.</summary>
    public void Begin(string error) => Take(error, _errorLine);

    /// <returns>The text, once the process has closed its outputs; what it left running may keep them open.</returns>
    public async Task<string> TextAsync()
    {
        await Task.WhenAny(_reading.Value, Task.Delay(TimeSpan.FromSeconds(1)));
        lock (_gate)
            return new StringBuilder().AppendJoin('\n', [.. _first, .. _last, .. ((StringBuilder[])[_outLine, _errorLine]).Where(line => line.Length > 0).Select(line => line.ToString())]).ToString();
    }

    private async Task ReadAsync(StreamReader reader, StringBuilder line)
    {
        char[] buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer)) > 0;)
            Take(buffer.AsSpan(0, count), line);
    }

    private void Take(ReadOnlySpan<char> text, StringBuilder line)
    {
        lock (_gate)
        {
            for (int end; (end = text.IndexOf('\n')) >= 0; text = text[(end + 1)..])
            {
                Keep(line.Append(text[..end]).ToString().TrimEnd('\r'));
                line.Clear();
            }

            line.Append(text);
        }
    }

    private void Keep(string line)
    {
        if (HostFrames.Any(frame => line.StartsWith(frame, StringComparison.Ordinal)))
            return;
        if (_first.Count < Lines)
        {
            _first.Add(line);
            return;
        }

        _last.Enqueue(line);
        if (_last.Count > Lines)
            _last.Dequeue();
    }
}
