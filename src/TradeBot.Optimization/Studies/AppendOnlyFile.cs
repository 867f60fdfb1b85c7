using System.Text;
using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>A file of JSON objects, one per line in UTF-8, that only ever grows. Not thread-safe.</summary>
/// <remarks>
/// Each line is handed to the operating system before <see cref="Append"/> returns. A last line without an end is what an
/// interrupted write leaves behind: opening removes it. Any other line that cannot be read is an error.
/// </remarks>
internal sealed class AppendOnlyFile : IDisposable
{
    private readonly FileStream _file;

    private AppendOnlyFile(FileStream file) => _file = file;

    /// <summary>Opens or creates a file and reads its lines; it stays open for writing, and others may read.</summary>
    /// <exception cref="InvalidDataException">A complete line cannot be read; the message names file and line.</exception>
    public static AppendOnlyFile Open<T>(string path, string expected, Func<JsonElement, T> read, List<T> lines)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            byte[] content = new byte[file.Length];
            file.ReadExactly(content);
            int complete = content.AsSpan().LastIndexOf((byte)'\n') + 1;
            Read(content.AsMemory(0, complete), path, expected, read, lines);
            file.SetLength(complete);
            file.Position = complete;
            return new AppendOnlyFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the lines of a file without keeping it open; a line in the making is left out.</summary>
    /// <exception cref="InvalidDataException">A complete line cannot be read; the message names file and line.</exception>
    public static List<T> ReadAll<T>(string path, string expected, Func<JsonElement, T> read)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] content = new byte[file.Length];
        file.ReadExactly(content);
        List<T> lines = [];
        Read(content.AsMemory(0, content.AsSpan().LastIndexOf((byte)'\n') + 1), path, expected, read, lines);
        return lines;
    }

    /// <summary>Writes one object as the next line.</summary>
    public void Append(Action<Utf8JsonWriter> properties)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        _file.Write(line.GetBuffer(), 0, (int)line.Length);
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();

    private static void Read<T>(ReadOnlyMemory<byte> content, string path, string expected, Func<JsonElement, T> read, List<T> lines)
    {
        while (!content.IsEmpty)
        {
            int end = content.Span.IndexOf((byte)'\n');
            try
            {
                using var document = JsonDocument.Parse(content[..end]);
                lines.Add(read(document.RootElement));
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
            {
                throw new InvalidDataException(
                    $"{path}, line {lines.Count + 1}: expected {expected} as a JSON object, got '{Encoding.UTF8.GetString(content.Span[..end])}'.", exception);
            }

            content = content[(end + 1)..];
        }
    }
}
