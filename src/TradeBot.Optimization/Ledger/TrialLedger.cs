namespace TradeBot.Optimization;

/// <summary>A ledger in memory, or in a folder.</summary>
/// <remarks>
/// <para>
/// A folder holds files named after the data set, <c>4f1c…e0.1.jsonl</c>: one JSON object per line, UTF-8. Every process writes
/// its own file and reads those of the others, so that any number may write at once and folders merge by copying. A line is handed to the
/// operating system before <see cref="Append"/> returns, and is on disk once <see cref="Flush"/> did. A last line without an end is what an interrupted
/// write leaves behind and counts for nothing; any other line that cannot be read is an error.
/// </para>
/// <para>
/// A study that states its data and no ledger writes to <see cref="Shared"/>: the folder <c>trials</c> next to the candles,
/// that is in the nearest <c>data</c> folder, at or above the current directory, that has candles, or otherwise in the user's data. The environment variable
/// <c>TRADEBOT_TRIALS</c> names another folder; <c>memory</c> records only within the process, and <c>off</c> nothing.
/// <c>alone</c> writes to the default location, but reads only the entries of this process, so that its results do not depend on others.
/// </para>
/// </remarks>
public sealed class TrialLedger : ITrialLedger, IDisposable
{
    /// <summary>The environment variable for the location of <see cref="Shared"/>: TRADEBOT_TRIALS.</summary>
    public const string Variable = "TRADEBOT_TRIALS";

    /// <summary>The variable's value for a process that writes to the default location and reads only its own entries: alone.</summary>
    public const string Alone = "alone";

    private static readonly Lazy<TrialLedger?> LazyShared = new(() => At(LedgerLocation.Find(Environment.GetEnvironmentVariable(Variable), Environment.CurrentDirectory)));

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LedgerFiles> _shelves = [];
    private readonly bool _isAlone;

    /// <summary>A ledger in memory.</summary>
    public TrialLedger()
    {
    }

    private TrialLedger(string folder, bool isAlone = false) => (Folder, _isAlone) = (Path.GetFullPath(folder), isAlone);

    /// <summary>The ledger of studies that state their data and name no other; null where it was turned off. Opened on first use.</summary>
    public static ITrialLedger? Shared => LazyShared.Value;

    /// <summary>A ledger that records nothing, for a study that must not use one: a study without a ledger writes to <see cref="Shared"/>.</summary>
    public static ITrialLedger None { get; } = new NoLedger();

    /// <summary>The full path of the folder; null for a ledger in memory.</summary>
    public string? Folder { get; }

    /// <summary>A ledger in a folder, which the first entry creates if necessary.</summary>
    /// <param name="folder">A path; a relative one is resolved against the current directory.</param>
    public static TrialLedger Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return new TrialLedger(folder);
    }

    /// <summary>The ledger next to candles: the folder <c>trials</c> within theirs, unless another location is named here or by the environment variable.</summary>
    /// <param name="folder">The folder of the candles.</param>
    /// <param name="place">A folder, <c>memory</c>, <c>off</c> or <see cref="Alone"/>; null for the value of the environment variable.</param>
    /// <returns>Null where it was turned off; a study is then given <see cref="None"/>.</returns>
    public static TrialLedger? Beside(string folder, string? place = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return At(LedgerLocation.Beside(place ?? Environment.GetEnvironmentVariable(Variable), folder));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A complete line is not an entry; the message names file and line.</exception>
    public IReadOnlyList<LedgerEntry> EntriesOn(string dataHash)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataHash);
        lock (_gate)
            return [.. ShelfOf(dataHash).Read().Where(e => e.DataHash == dataHash)];
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Append(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
            ShelfOf(entry.DataHash).Append(entry);
    }

    /// <inheritdoc/>
    public void Flush()
    {
        lock (_gate)
        {
            foreach (LedgerFiles shelf in _shelves.Values)
                shelf.Flush();
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (LedgerFiles shelf in _shelves.Values)
                shelf.Dispose();
            _shelves.Clear();
        }
    }

    private static TrialLedger? At(LedgerLocation place) => place.IsOff ? null : place.Folder is string folder ? new TrialLedger(folder, place.IsAlone) : new TrialLedger();

    private LedgerFiles ShelfOf(string? dataHash)
    {
        string stem = LedgerLocation.StemOf(dataHash);
        if (!_shelves.TryGetValue(stem, out LedgerFiles? shelf))
            _shelves[stem] = shelf = new LedgerFiles(Folder, stem, _isAlone);
        return shelf;
    }
}

/// <summary>A ledger that records nothing and is always empty.</summary>
internal sealed class NoLedger : ITrialLedger
{
    public IReadOnlyList<LedgerEntry> EntriesOn(string dataHash) => [];

    public void Append(LedgerEntry entry)
    {
        // The ledger was turned off.
    }

    public void Flush()
    {
        // Nothing is recorded.
    }
}
