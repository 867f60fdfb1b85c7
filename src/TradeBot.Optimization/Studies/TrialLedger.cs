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
    private readonly AppendOnlyFile? _file;

    /// <summary>A ledger in memory.</summary>
    public TrialLedger()
    {
    }

    private TrialLedger(string path) => _file = AppendOnlyFile.Open(path, "one trial", Deserialize, _entries);

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
    public static TrialLedger Open(string path) => new(path);

    /// <summary>The entries of a file, without opening it for writing.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A complete line is no entry; the message names file and line.</exception>
    public static IReadOnlyList<LedgerEntry> ReadEntries(string path) => AppendOnlyFile.ReadAll(path, "one trial", Deserialize);

    /// <inheritdoc/>
    public void Append(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            _file?.Append(json => Serialize(json, entry));
            _entries.Add(entry);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();

    private static void Serialize(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteString("study", entry.Study);
        json.WriteNumber("seed", entry.Seed);
        json.WriteNumber("number", entry.Number);
        json.WriteString("parameters", entry.Parameters);
        json.WriteString("state", entry.State.ToString());
        json.WriteFinite("value", entry.Value);
        json.WriteString("data", entry.DataHash);
    }

    private static LedgerEntry Deserialize(JsonElement root) => new(
        root.Text("study"),
        root.GetProperty("seed").GetInt32(),
        root.GetProperty("number").GetInt32(),
        root.Text("parameters"),
        Enum.Parse<TrialState>(root.Text("state")),
        root.NumberOrNaN("value"),
        root.GetProperty("data").GetString());
}
