using System.Text;
using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>A ledger in memory, and in a file if it was opened on one: one JSON object per line, UTF-8.</summary>
/// <remarks>
/// Each line is handed to the operating system before <see cref="Append"/> returns. A last line without an end is what
/// an interrupted write leaves behind: opening removes it. Any other line that cannot be read is an error. Within a
/// study that runs on several threads the lines stand in the order in which the trials ended; the number tells them apart.
/// </remarks>
public sealed class TrialLedger : ITrialLedger, IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<LedgerEntry> _entries = [];
    private readonly FileStream? _file;

    /// <summary>A ledger in memory.</summary>
    public TrialLedger()
    {
    }

    private TrialLedger(FileStream file, IEnumerable<LedgerEntry> entries)
    {
        _file = file;
        _entries.AddRange(entries);
    }

    /// <inheritdoc/>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    /// <summary>Reads the entries of a file, which is created if absent, and appends to it from then on.</summary>
    /// <param name="path">Held open for writing until disposal; others may read.</param>
    /// <exception cref="InvalidDataException">A complete line is no entry; the message names file and line.</exception>
    public static TrialLedger Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            byte[] content = new byte[file.Length];
            file.ReadExactly(content);
            int complete = content.AsSpan().LastIndexOf((byte)'\n') + 1;
            List<LedgerEntry> entries = ReadLines(content.AsMemory(0, complete), path);
            file.SetLength(complete);
            file.Position = complete;
            return new TrialLedger(file, entries);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Append(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            if (_file is not null)
            {
                _file.Write(Serialize(entry));
                _file.Flush();
            }

            _entries.Add(entry);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();

    private static List<LedgerEntry> ReadLines(ReadOnlyMemory<byte> content, string path)
    {
        List<LedgerEntry> entries = [];
        while (!content.IsEmpty)
        {
            int end = content.Span.IndexOf((byte)'\n');
            try
            {
                entries.Add(Deserialize(content[..end]));
            }
            catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
            {
                throw new InvalidDataException(
                    $"{path}, line {entries.Count + 1}: expected one trial as a JSON object, got '{Encoding.UTF8.GetString(content.Span[..end])}'.", exception);
            }

            content = content[(end + 1)..];
        }

        return entries;
    }

    private static byte[] Serialize(LedgerEntry entry)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("study", entry.Study);
            json.WriteNumber("seed", entry.Seed);
            json.WriteNumber("number", entry.Number);
            json.WriteString("parameters", entry.Parameters);
            json.WriteString("state", entry.State.ToString());
            if (double.IsFinite(entry.Value))
                json.WriteNumber("value", entry.Value);
            json.WriteString("data", entry.DataHash);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static LedgerEntry Deserialize(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        return new LedgerEntry(
            Text(root, "study"),
            root.GetProperty("seed").GetInt32(),
            root.GetProperty("number").GetInt32(),
            Text(root, "parameters"),
            Enum.Parse<TrialState>(Text(root, "state")),
            root.TryGetProperty("value", out JsonElement value) ? value.GetDouble() : double.NaN,
            root.GetProperty("data").GetString());
    }

    private static string Text(JsonElement root, string property) =>
        root.GetProperty(property).GetString() ?? throw new FormatException($"'{property}' is null.");
}
