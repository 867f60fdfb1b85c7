using System.Text.Json;

namespace TradeBot.Optimization;

/// <summary>The files of one data set in a ledger: one that this process writes, and those that others write. Not thread-safe.</summary>
/// <param name="folder">The folder of the files; null for none.</param>
/// <param name="stem">The prefix of their names.</param>
/// <param name="isAlone">True to return only the entries of this process.</param>
internal sealed class LedgerFiles(string? folder, string stem, bool isAlone = false) : IDisposable
{
    private const string Expected = "one trial";

    private readonly Dictionary<string, FilePosition> _positions = new(StringComparer.Ordinal);
    private readonly List<LedgerEntry> _entries = [];
    private readonly HashSet<LedgerEntry> _known = [];
    private readonly HashSet<LedgerEntry> _elsewhere = []; // alone: entries of others, which need not be written again
    private AppendOnlyFile? _own;
    private string? _ownPath;
    private bool _hasRead;

    /// <summary>Every entry, including those that other processes have written until now; when alone, those of this process.</summary>
    public IReadOnlyList<LedgerEntry> Read()
    {
        if (!isAlone)
            ReadOthers();
        return _entries;
    }

    public void Append(LedgerEntry entry)
    {
        if (!_hasRead)
            ReadOthers(); // once, to know what need not be written again
        if (!_known.Add(entry))
            return;

        if (folder is not null && !_elsewhere.Contains(entry))
            (_own ??= Create(folder)).Append(json => Serialize(json, entry));
        _entries.Add(entry);
    }

    public void Flush() => _own?.Flush();

    public void Dispose() => _own?.Dispose();

    private void ReadOthers()
    {
        _hasRead = true;
        if (folder is null || !Directory.Exists(folder))
            return;

        foreach (string path in Directory.EnumerateFiles(folder, $"{stem}.*{LedgerLocation.Extension}").Where(p => p != _ownPath).Order(StringComparer.Ordinal))
        {
            List<LedgerEntry> read = [];
            _positions[path] = AppendOnlyFile.ReadOn(path, _positions.GetValueOrDefault(path), Expected, Deserialize, read);
            if (isAlone)
                _elsewhere.UnionWith(read);
            else
                _entries.AddRange(read.Where(_known.Add));
        }
    }

    private AppendOnlyFile Create(string within)
    {
        try
        {
            Directory.CreateDirectory(within);
            for (int number = 1; ; number++)
            {
                string path = Path.Combine(within, FormattableString.Invariant($"{stem}.{number}{LedgerLocation.Extension}"));
                if (AppendOnlyFile.TryCreate(path) is AppendOnlyFile file)
                {
                    _ownPath = path;
                    return file;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The trial ledger '{within}' cannot be written: {exception.Message} Name another folder in {TrialLedger.Variable}, or give the study its own ledger.", exception);
        }
    }

    private static void Serialize(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteString("study", entry.Study);
        json.WriteNumber("seed", entry.Seed);
        json.WriteNumber("number", entry.Number);
        json.WriteString("parameters", entry.Parameters);
        json.WriteString("state", entry.State.ToString());
        json.WriteFinite("value", entry.Value);
        json.WriteString("data", entry.DataHash);
        if (entry.ReturnsHash is string hash)
            json.WriteString("returns", hash);
    }

    private static LedgerEntry Deserialize(JsonElement root) => new(
        root.Text("study"),
        root.GetProperty("seed").GetInt32(),
        root.GetProperty("number").GetInt32(),
        root.Text("parameters"),
        Enum.Parse<TrialState>(root.Text("state")),
        root.NumberOrNaN("value"),
        root.GetProperty("data").GetString())
    {
        ReturnsHash = root.TextOrNull("returns"),
    };
}
