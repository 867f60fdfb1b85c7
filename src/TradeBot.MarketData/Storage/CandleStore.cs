using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace TradeBot.MarketData;

/// <summary>A candle store: a folder with one CSV file per symbol and timeframe, such as BTCUSDT_1m.csv.</summary>
/// <remarks>
/// <para>
/// The CSV is authoritative; <c>.cache</c> only makes opening faster and may be deleted at any time. It is
/// created only in folders that a store has written to: a folder that is only read stays unchanged. A symbol and timeframe is either .csv or .csv.gz, and keeps its format.
/// </para>
/// <para>
/// Reading takes no lock and sees each file as it was before or after a write. Writing holds the folder's lock
/// for one call; a second process waits, then gets a clear error. A write that returned is on disk.
/// A process killed at any time leaves every acknowledged candle, and no half row.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed class CandleStore
{
    private readonly Lock _gate = new();
    private readonly ColumnCache _cache;
    private bool _isSwept;

    private CandleStore(string folder, CandleStoreOptions options)
    {
        Folder = folder;
        Options = options;
        _cache = new ColumnCache(folder);
    }

    /// <summary>The full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Refuses a symbol that cannot be stored, because it cannot be part of a file name on every system.</summary>
    /// <param name="symbol">Such as BTCUSDT.</param>
    /// <exception cref="ArgumentException">It has characters other than letters, digits, '-', '_' and '.', starts or ends with '.', or is a Windows device name.</exception>
    public static void RequireSymbol(string symbol) => CandleFileName.RequireSymbol(symbol);

    /// <summary>The storage options.</summary>
    public CandleStoreOptions Options { get; }

    /// <summary>Opens a store in a folder, which the first write creates if missing.</summary>
    /// <param name="folder">A path; relative to the current directory.</param>
    /// <param name="options">Storage options; by default everything is kept, in plain CSV.</param>
    public static CandleStore Open(string folder, CandleStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return new CandleStore(Path.GetFullPath(folder), options ?? CandleStoreOptions.Default);
    }

    /// <summary>All candles of a symbol and timeframe.</summary>
    /// <exception cref="FileNotFoundException">The store has none.</exception>
    /// <exception cref="CandleDataException">The file is damaged.</exception>
    public CandleSeries Load(string symbol, Timeframe timeframe) => TryLoad(symbol, timeframe, out CandleSeries? series)
        ? series
        : throw new FileNotFoundException(
            $"The candle store '{Folder}' has no {symbol} {timeframe}{(Directory.Exists(Folder) ? "" : "; the folder does not exist")}.",
            PathOf(symbol, timeframe, CandleFileName.Csv));

    /// <summary>All candles of a symbol and timeframe, if the store has any.</summary>
    /// <exception cref="CandleDataException">The file is damaged.</exception>
    public bool TryLoad(string symbol, Timeframe timeframe, [NotNullWhen(true)] out CandleSeries? series)
    {
        series = Find(symbol, timeframe) is { } path ? Read(path, symbol, timeframe) : null;
        return series is not null;
    }

    /// <summary>The candles of a name such as <c>BTCUSDT_1m</c>; null when the store has none of that name.</summary>
    /// <remarks>SQL cells of a notebook read a store by these names: <c>SELECT * FROM store.BTCUSDT_1m</c>.</remarks>
    /// <exception cref="CandleDataException">The file is damaged.</exception>
    public IEnumerable<Candle>? Table(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int end = name.LastIndexOf('_');
        return end > 0 && Timeframe.TryParse(name[(end + 1)..], out Timeframe timeframe) && TryLoad(name[..end], timeframe, out CandleSeries? series)
            ? series
            : null;
    }

    /// <summary>Lists the contents by symbol and timeframe.</summary>
    /// <remarks>Reads each file, large ones only to validate their cache. Other files in the folder are ignored.</remarks>
    /// <exception cref="CandleDataException">A file is damaged.</exception>
    public IReadOnlyList<CandleStoreEntry> List()
    {
        if (!Directory.Exists(Folder))
            return [];

        List<CandleStoreEntry> entries = [];
        foreach (string path in Directory.EnumerateFiles(Folder))
        {
            if (CandleFileName.TryParseStored(path, out string? symbol, out Timeframe timeframe))
                entries.Add(Describe(path, symbol, timeframe));
        }

        return [.. entries.OrderBy(entry => entry.Symbol, StringComparer.Ordinal).ThenBy(entry => entry.Timeframe)];
    }

    /// <summary>Appends candles after the last one.</summary>
    /// <returns>True when a file changed.</returns>
    /// <exception cref="ArgumentException">A candle is not later than the last stored one, or could not be read back.</exception>
    /// <exception cref="IOException">Nothing was written: the disk is full, the folder is read-only, or another process is writing.</exception>
    public bool Append(CandleSeries candles) => Merge(candles, mustFollow: true).IsChanged;

    /// <summary>Merges candles: new ones are added, stored ones are replaced by the newest write.</summary>
    /// <returns>True when a file changed.</returns>
    /// <exception cref="ArgumentException">A candle could not be read back.</exception>
    /// <exception cref="IOException">Nothing was written: the disk is full, the folder is read-only, or another process is writing.</exception>
    public bool Upsert(CandleSeries candles) => Merge(candles, mustFollow: false).IsChanged;

    /// <summary>Like <see cref="Upsert"/>, and returns how many stored candles changed values.</summary>
    /// <returns>Counted before <see cref="CandleStoreOptions.KeepLast"/> removes any.</returns>
    /// <exception cref="ArgumentException">A candle could not be read back.</exception>
    /// <exception cref="IOException">Nothing was written: the disk is full, the folder is read-only, or another process is writing.</exception>
    public CandleStoreChange UpsertCounted(CandleSeries candles) => Merge(candles, mustFollow: false).Change;

    /// <summary>Replaces all stored candles of their symbol and timeframe.</summary>
    /// <inheritdoc cref="Upsert"/>
    public bool Replace(CandleSeries candles)
    {
        RequireStorable(candles);
        lock (_gate)
        {
            using IDisposable writing = BeginWriting();
            string? path = Find(candles.Symbol, candles.Timeframe);
            return Rewrite(path, path is null ? null : TryRead(path, candles), candles);
        }
    }

    /// <summary>Deletes all stored candles of a symbol and timeframe.</summary>
    /// <returns>True when there were any.</returns>
    /// <exception cref="IOException">Nothing was removed: the folder is read-only, or another process is writing.</exception>
    public bool Delete(string symbol, Timeframe timeframe)
    {
        if (Find(symbol, timeframe) is null)
            return false;

        lock (_gate)
        {
            using IDisposable writing = BeginWriting();
            if (Find(symbol, timeframe) is not { } path)
                return false;
            StoreFolder.Delete(path);
            _cache.Remove(CandleFileName.StemOf(symbol, timeframe));
            return true;
        }
    }

    private static void RequireAfter(CandleSeries stored, CandleSeries candles)
    {
        if (stored.Count > 0 && candles.OpenTimes[0] <= stored.OpenTimes[^1])
        {
            throw new ArgumentException(
                $"The first candle opens at {candles.OpenTimeAt(0):u}; {candles.Symbol} {candles.Timeframe} is stored up to {stored.OpenTimeAt(stored.Count - 1):u}, and appended candles must be later. Use Upsert to replace candles.",
                nameof(candles));
        }
    }

    private static void RequireStorable(CandleSeries candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        CandleFileName.RequireSymbol(candles.Symbol);
        CandleCsvWriter.RequireWritable(candles, beginsFile: false);
    }

    private (bool IsChanged, CandleStoreChange Change) Merge(CandleSeries candles, bool mustFollow)
    {
        RequireStorable(candles);
        if (candles.Count == 0)
            return default;

        lock (_gate)
        {
            using IDisposable writing = BeginWriting();
            if (Find(candles.Symbol, candles.Timeframe) is not { } path)
                return (Rewrite(path: null, stored: null, candles), new CandleStoreChange(candles.Count, 0, 0));
            if (TryAppendInPlace(path, candles, mustFollow) is { } change)
                return (change.Added > 0, change);

            CandleSeries stored = Read(path, candles.Symbol, candles.Timeframe);
            if (mustFollow)
                RequireAfter(stored, candles);
            return (Rewrite(path, stored, CandleMerge.Union(stored, candles)), CandleMerge.Compare(stored, candles));
        }
    }

    /// <returns>What changed; null when the file has to be rewritten.</returns>
    private CandleStoreChange? TryAppendInPlace(string path, CandleSeries candles, bool mustFollow)
    {
        if (Options.KeepLast is not null || CandleFileName.IsCompressed(path))
            return null;

        using FileStream file = OpenToAppend(path);
        if (CandleTail.TryRead(file, candles.Symbol, candles.Timeframe) is not { } tail || !tail.Fits(candles))
            return null;
        if (mustFollow)
            RequireAfter(tail.Last, candles);

        int stored = tail.CountStored(candles);
        if (stored < 0)
            return null;
        if (stored < candles.Count)
            tail.Append(candles.Slice(stored, candles.Count - stored));
        return new CandleStoreChange(candles.Count - stored, 0, stored);
    }

    private static FileStream OpenToAppend(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"'{path}' cannot be written: {exception.Message}", exception);
        }
    }

    private bool Rewrite(string? path, CandleSeries? stored, CandleSeries candles)
    {
        CandleSeries kept = Options.KeepLast is { } count ? CandleMerge.Newest(candles, count) : candles;
        if (stored is not null && CandleMerge.AreSame(stored, kept))
            return false;

        CandleCsvWriter.RequireWritable(kept);
        string extension = Options.Compress ? CandleFileName.CsvGz : CandleFileName.Csv;
        CandleFile.Write(kept, path ?? PathOf(candles.Symbol, candles.Timeframe, extension));
        return true;
    }

    private IDisposable BeginWriting()
    {
        IDisposable held = StoreLock.Acquire(Folder, Options.LockTimeout);
        if (!_isSwept)
        {
            StoreFolder.RemoveUnfinished(Folder);
            _cache.RemoveUnfinished();
            _isSwept = true;
        }

        return held;
    }

    private CandleSeries Read(string path, string symbol, Timeframe timeframe)
    {
        using SafeFileHandle file = CandleFile.OpenRead(path);
        string stem = CandleFileName.StemOf(symbol, timeframe);
        bool isCached = IsCached(file);
        if (isCached && _cache.TryLoad(stem, CandleFile.DigestOf(file)) is { } columns)
            return new CandleSeries(symbol, timeframe, columns);

        byte[] bytes = CandleFile.ReadAll(file);
        ReadOnlyMemory<byte> text = CandleFile.TextOf(bytes, path);
        if (!CandleFileName.IsCompressed(path))
            text = CandleTail.WithoutTornLine(text);
        CandleSeries series = CandleCsvReader.Read(text, path).ToSeries(symbol, timeframe);
        if (isCached && series.Count > 0 && IsOurs)
            _cache.Write(stem, series, ContentDigest.Of(bytes));
        return series;
    }

    /// <returns>Null when the file is damaged: it can be replaced without being read.</returns>
    private CandleSeries? TryRead(string path, CandleSeries like)
    {
        try
        {
            return Read(path, like.Symbol, like.Timeframe);
        }
        catch (CandleDataException)
        {
            return null;
        }
    }

    private CandleStoreEntry Describe(string path, string symbol, Timeframe timeframe)
    {
        using (SafeFileHandle file = CandleFile.OpenRead(path))
        {
            if (IsCached(file) && _cache.TryDescribe(CandleFileName.StemOf(symbol, timeframe), CandleFile.DigestOf(file)) is { } header)
                return new CandleStoreEntry(symbol, timeframe, header.Count, UnixTime.ToDateTime(header.First), UnixTime.ToDateTime(header.Last));
        }

        CandleSeries series = Read(path, symbol, timeframe);
        return series.Count == 0
            ? new CandleStoreEntry(symbol, timeframe, 0, null, null)
            : new CandleStoreEntry(symbol, timeframe, series.Count, series.OpenTimeAt(0), series.OpenTimeAt(series.Count - 1));
    }

    /// <summary>True for a folder that a store has written to: it has a lock file or a cache.</summary>
    private bool IsOurs => File.Exists(Path.Combine(Folder, StoreLock.FileName)) || _cache.Exists;

    private bool IsCached(SafeFileHandle file) => Options.UseCache && RandomAccess.GetLength(file) >= ColumnCache.ShortestText;

    private string? Find(string symbol, Timeframe timeframe)
    {
        string plain = PathOf(symbol, timeframe, CandleFileName.Csv), compressed = PathOf(symbol, timeframe, CandleFileName.CsvGz);
        bool isPlain = File.Exists(plain), isCompressed = File.Exists(compressed);
        if (isPlain && isCompressed)
            throw new IOException($"Both '{plain}' and '{compressed}' exist, but only one can be authoritative: delete or move the other.");
        return isPlain ? plain : isCompressed ? compressed : null;
    }

    private string PathOf(string symbol, Timeframe timeframe, string extension)
    {
        CandleFileName.RequireSymbol(symbol);
        return Path.Combine(Folder, CandleFileName.StemOf(symbol, timeframe) + extension);
    }
}
