using System.Text;
using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>A file of JSON objects, one per line in UTF-8, to which lines are only appended. Not thread-safe.</summary>
/// <remarks>
/// Each line is handed to the operating system before <see cref="Append"/> returns, and so outlives the process; it is on disk, and so
/// outlives a power cut, once <see cref="Flush"/> returned. A last line without an end is what an interrupted write leaves
/// behind: opening removes it. Any other line that cannot be read is an error.
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
            Read(content.AsMemory(0, complete), path, 0, expected, read, lines);
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

    /// <summary>Creates a file and opens it for writing; others may read.</summary>
    /// <returns>Null when there is a file of this name.</returns>
    public static AppendOnlyFile? TryCreate(string path)
    {
        if (File.Exists(path))
            return null;
        try
        {
            return new AppendOnlyFile(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null; // another process created it first
        }
    }

    /// <summary>Reads the lines of a file without keeping it open; an incomplete last line is ignored.</summary>
    /// <exception cref="InvalidDataException">A complete line cannot be read; the message names file and line.</exception>
    public static List<T> ReadAll<T>(string path, string expected, Func<JsonElement, T> read)
    {
        List<T> lines = [];
        ReadOn(path, default, expected, read, lines);
        return lines;
    }

    /// <summary>Reads the lines that were added since a position; an incomplete last line is ignored.</summary>
    /// <returns>The position behind the last line read.</returns>
    /// <exception cref="InvalidDataException">A complete line cannot be read; the message names file and line.</exception>
    public static FilePosition ReadOn<T>(string path, FilePosition from, string expected, Func<JsonElement, T> read, List<T> lines)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length <= from.Offset)
            return from;

        file.Position = from.Offset;
        byte[] content = new byte[file.Length - from.Offset];
        file.ReadExactly(content);
        int complete = content.AsSpan().LastIndexOf((byte)'\n') + 1, before = lines.Count;
        Read(content.AsMemory(0, complete), path, from.Lines, expected, read, lines);
        return new FilePosition(from.Offset + complete, from.Lines + lines.Count - before);
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

    /// <summary>Flushes to disk: the lines then survive a power failure, as far as operating system and disk guarantee it.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();

    private static void Read<T>(ReadOnlyMemory<byte> content, string path, int linesBefore, string expected, Func<JsonElement, T> read, List<T> lines)
    {
        int first = lines.Count;
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
                    $"{path}, line {linesBefore + lines.Count - first + 1}: expected {expected} as a JSON object, got '{Encoding.UTF8.GetString(content.Span[..end])}'.", exception);
            }

            content = content[(end + 1)..];
        }
    }
}

/// <summary>A position in a growing file.</summary>
/// <param name="Offset">Bytes read.</param>
/// <param name="Lines">Lines read.</param>
internal readonly record struct FilePosition(long Offset, int Lines);
