using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>The lines that a runner and its worker exchange: one JSON object each, distinguished by <c>kind</c>.</summary>
internal sealed class WorkerWire : IDisposable
{
    public const string Kind = "kind";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private readonly Stream _stream;
    private readonly Lock _gate = new();
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;
    private readonly SemaphoreSlim _turn = new(1);

    public WorkerWire(Stream stream)
    {
        _stream = stream;
        _reader = new StreamReader(stream, Utf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        _writer = new StreamWriter(stream, Utf8, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
    }

    /// <returns>The next message; null once the other side is gone.</returns>
    public async Task<JsonObject?> ReadAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            string? line = await _reader.ReadLineAsync(cancellationToken);
            return line is null ? null : NotebookJson.Parse(line)!.AsObject();
        }
        catch (Exception gone) when (gone is IOException or JsonException or ObjectDisposedException || (gone is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null; // a process that was killed may leave half a line
        }
    }

    /// <summary>As <see cref="ReadAsync"/>, waiting on the calling thread.</summary>
    public JsonObject? Read()
    {
        try
        {
            return _reader.ReadLine() is { } line ? NotebookJson.Parse(line)!.AsObject() : null;
        }
        catch (Exception gone) when (gone is IOException or JsonException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Hands a message to the system before it returns; not beside <see cref="WriteAsync"/>.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Write(JsonObject message)
    {
        byte[] line = Utf8.GetBytes(message.ToJsonString(OneLine) + "\n");
        lock (_gate)
            _stream.Write(line);
    }

    /// <exception cref="IOException">The other side is gone.</exception>
    public async Task WriteAsync(JsonObject message)
    {
        await _turn.WaitAsync();
        try
        {
            await _writer.WriteLineAsync(message.ToJsonString(OneLine));
            await _writer.FlushAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _turn.Dispose();
    }
}
