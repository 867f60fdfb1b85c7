using System.Diagnostics;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>What a process writes past its cells, as when it dies: the beginning and the end of it.</summary>
internal sealed class ProcessTail
{
    private const int Lines = 20;

    /// <summary>Frames between the researcher's code and the thread: true of every cell, and of no help.</summary>
    private static readonly string[] HostFrames =
    [
        "   at TradeBot.Notebooks.", "   at System.Runtime.CompilerServices.", "   at System.Runtime.ControlledExecution", "   at System.Threading.Thread.StartCallback",
    ];

    private readonly Lock _gate = new();
    private readonly List<string> _first = [];
    private readonly Queue<string> _last = new();
    private readonly Task _done;

    /// <param name="process">Just started, both outputs redirected.</param>
    public ProcessTail(Process process)
    {
        _done = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    /// <returns>The text, once the process has closed its outputs; what it left running may keep them open.</returns>
    public async Task<string> TextAsync()
    {
        await Task.WhenAny(_done, Task.Delay(TimeSpan.FromSeconds(1)));
        lock (_gate)
            return new StringBuilder().AppendJoin('\n', _first.Concat(_last)).ToString();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_gate)
                Keep(line);
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
