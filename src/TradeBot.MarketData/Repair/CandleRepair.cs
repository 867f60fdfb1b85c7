namespace TradeBot.MarketData;

/// <summary>Repairs candles step by step; each step is explicit and every change is logged.</summary>
/// <remarks>
/// <para>
/// Nothing happens automatically: validation reports the defects, the caller decides. A typical order is
/// <see cref="Sort"/>, <see cref="MergeDuplicates"/>, <see cref="DropInvalid"/>, <see cref="RefetchAsync(ICandleSource, IProgress{FetchProgress}?, CancellationToken)"/>,
/// and for candles that no source has, possibly <see cref="FillForward"/>.
/// </para>
/// <para>
/// Candles filled in by <see cref="FillForward"/> are marked as synthetic and stay so: no trade can have happened in
/// them, and no backtest may fill in them.
/// </para>
/// </remarks>
public sealed class CandleRepair
{
    private readonly Timeframe _timeframe;
    private readonly bool _hasTurnover;
    private List<RepairRow> _rows;

    /// <summary>Starts with rows as read.</summary>
    public CandleRepair(CandleTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        (_timeframe, _hasTurnover) = (table.Timeframe, table.HasTurnover);
        _rows = new List<RepairRow>(table.Count);
        for (int i = 0; i < table.Count; i++)
            _rows.Add(new RepairRow(table.OpenTimes[i], table[i], !table.Synthetic.IsEmpty && table.Synthetic[i]));
        Log = new RepairLog(table.Symbol, table.Timeframe);
    }

    /// <summary>Starts with a series.</summary>
    public CandleRepair(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        (_timeframe, _hasTurnover) = (series.Timeframe, series.HasTurnover);
        _rows = new List<RepairRow>(series.Count);
        for (int i = 0; i < series.Count; i++)
            _rows.Add(new RepairRow(series.OpenTimes[i], series[i], series.IsSynthetic(i)));
        Log = new RepairLog(series.Symbol, series.Timeframe);
    }

    /// <summary>The changes so far.</summary>
    public RepairLog Log { get; }

    /// <summary>Sorts the candles by time; the sort is stable.</summary>
    public CandleRepair Sort()
    {
        long latest = long.MinValue;
        foreach (RepairRow row in _rows)
        {
            if (row.OpenTime < latest)
                Change(RepairAction.Moved, row.Candle, row.Candle, "stood after a later candle");
            latest = Math.Max(latest, row.OpenTime);
        }

        _rows = [.. _rows.OrderBy(row => row.OpenTime)];
        return this;
    }

    /// <summary>Keeps one candle per open time.</summary>
    /// <exception cref="InvalidOperationException">The candles are not sorted: sort first.</exception>
    public CandleRepair MergeDuplicates(DuplicateRule rule = DuplicateRule.LargestVolume)
    {
        RequireOrder(strictly: false);
        List<RepairRow> kept = new(_rows.Count);
        foreach (RepairRow row in _rows)
        {
            if (kept.Count == 0 || kept[^1].OpenTime != row.OpenTime)
            {
                kept.Add(row);
                continue;
            }

            bool replaces = Prefers(rule, kept[^1], row);
            (RepairRow gone, RepairRow stays) = replaces ? (kept[^1], row) : (row, kept[^1]);
            Change(RepairAction.Merged, gone.Candle, stays.Candle, gone.Candle.Equals(stays.Candle) ? "the same candle twice" : $"another candle of this time was kept: {Words(rule)}");
            kept[^1] = stays;
        }

        _rows = kept;
        return this;
    }

    /// <summary>Drops impossible candles: off the grid, not finite, prices not positive or inconsistent, negative amounts.</summary>
    public CandleRepair DropInvalid()
    {
        Drop(row => _timeframe.OpenOf(row.OpenTime) != row.OpenTime, "its open time is off the grid");
        return Drop(row => !row.HasValidValues, "its values are impossible for a candle");
    }

    /// <summary>Drops candles that have not closed.</summary>
    /// <param name="now">Current time, UTC.</param>
    public CandleRepair DropOpen(DateTime now)
    {
        long moment = UnixTime.FromDateTime(now);
        return Drop(row => _timeframe.NextOpen(row.OpenTime) > moment, "it had not closed");
    }

    /// <summary>Drops the candles that open in [from, to).</summary>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    /// <param name="reason">Why, for the log.</param>
    public CandleRepair Drop(DateTime from, DateTime to, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Drop(row => row.Candle.OpenTime >= from && row.Candle.OpenTime < to, reason);
    }

    /// <summary>Fetches the candles of every gap from a source.</summary>
    /// <param name="source">Source of the missing candles; what it does not have stays missing.</param>
    /// <param name="progress">Receives the progress of each gap's fetch; may be null.</param>
    /// <param name="cancellationToken">Stops between candles; what was added so far stays.</param>
    /// <exception cref="InvalidOperationException">The open times are not strictly increasing: sort and merge first.</exception>
    /// <exception cref="CandleDataException">The source returned an impossible candle.</exception>
    public async Task<CandleRepair> RefetchAsync(
        ICandleSource source, IProgress<FetchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        RequireOrder(strictly: true);
        foreach ((long from, long to) in Gaps())
            await FetchAsync(source, from, to, progress, cancellationToken);
        return this;
    }

    /// <summary>Fetches the candles that open in [from, to): adds what is missing, replaces what differs.</summary>
    /// <inheritdoc cref="RefetchAsync(ICandleSource, IProgress{FetchProgress}?, CancellationToken)"/>
    /// <param name="source">Source of the candles; what it does not have stays unchanged.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    /// <param name="progress">Receives the progress of the fetch; may be null.</param>
    /// <param name="cancellationToken">Stops between candles; what was changed so far stays.</param>
    public async Task<CandleRepair> RefetchAsync(
        ICandleSource source, DateTime from, DateTime to, IProgress<FetchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        RequireOrder(strictly: true);
        await FetchAsync(source, UnixTime.FromDateTime(from), UnixTime.FromDateTime(to), progress, cancellationToken);
        return this;
    }

    /// <summary>Fills gaps with synthetic candles: the last close as every price, no volume.</summary>
    /// <param name="longest">Longer gaps, in missing candles, stay open; at least 1.</param>
    /// <exception cref="InvalidOperationException">The open times are not strictly increasing: sort and merge first.</exception>
    public CandleRepair FillForward(int longest = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        RequireOrder(strictly: true);
        List<RepairRow> filled = new(_rows.Count);
        foreach (RepairRow row in _rows)
        {
            if (filled.Count > 0 && _timeframe.CandlesBetween(filled[^1].OpenTime, row.OpenTime) - 1 <= longest)
                Fill(filled, row.OpenTime);
            filled.Add(row);
        }

        _rows = filled;
        return this;
    }

    /// <summary>The current candles.</summary>
    public CandleTable ToTable()
    {
        double[] Column(Func<Candle, double> value) => [.. _rows.Select(row => value(row.Candle))];

        return new CandleTable(
            Log.Symbol, _timeframe, _rows.Select(row => row.OpenTime).ToArray(), Column(candle => candle.Open), Column(candle => candle.High),
            Column(candle => candle.Low), Column(candle => candle.Close), Column(candle => candle.Volume),
            _hasTurnover ? Column(candle => candle.Turnover) : default(ReadOnlyMemory<double>),
            _rows.Exists(row => row.IsSynthetic) ? _rows.Select(row => row.IsSynthetic).ToArray() : default(ReadOnlyMemory<bool>));
    }

    /// <summary>The candles as a series.</summary>
    /// <exception cref="ArgumentException">The open times are not strictly increasing: sort and merge first.</exception>
    public CandleSeries ToSeries() => ToTable().ToSeries();

    private static bool Prefers(DuplicateRule rule, RepairRow kept, RepairRow other) => rule switch
    {
        DuplicateRule.First => false,
        DuplicateRule.Last => true,
        _ => !(other.Candle.Volume < kept.Candle.Volume), // NaN in the kept one is filled from the other
    };

    private static string Words(DuplicateRule rule) => rule switch
    {
        DuplicateRule.First => "the first",
        DuplicateRule.Last => "the last",
        _ => "the one with the largest volume",
    };

    private CandleRepair Drop(Predicate<RepairRow> condition, string reason)
    {
        foreach (RepairRow row in _rows.Where(row => condition(row)))
            Change(RepairAction.Dropped, row.Candle, null, reason);
        _rows.RemoveAll(condition);
        return this;
    }

    private List<(long From, long To)> Gaps()
    {
        List<(long From, long To)> gaps = [];
        for (int i = 1; i < _rows.Count; i++)
        {
            if (_timeframe.CandlesBetween(_rows[i - 1].OpenTime, _rows[i].OpenTime) > 1)
                gaps.Add((_timeframe.NextOpen(_rows[i - 1].OpenTime), _rows[i].OpenTime));
        }

        return gaps;
    }

    private async Task FetchAsync(ICandleSource source, long from, long to, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<CandleSeries> pieces = source.FetchAsync(
            Log.Symbol, _timeframe, UnixTime.ToDateTime(from), UnixTime.ToDateTime(to), progress, cancellationToken);
        await foreach (CandleSeries piece in pieces.WithCancellation(cancellationToken))
        {
            foreach (Candle candle in piece)
                Accept(source, RepairRow.Of(candle), from, to);
        }
    }

    private void Accept(ICandleSource source, RepairRow row, long from, long to)
    {
        if (row.OpenTime < from || row.OpenTime >= to || _timeframe.OpenOf(row.OpenTime) != row.OpenTime || !row.HasValidValues)
            throw new CandleDataException(
                source.Name, 0, "", row.Candle.ToString(),
                FormattableString.Invariant($"valid candles that open from {UnixTime.ToDateTime(from):u} to before {UnixTime.ToDateTime(to):u}"));

        int index = _rows.BinarySearch(row, Comparer<RepairRow>.Create((a, b) => a.OpenTime.CompareTo(b.OpenTime)));
        if (index < 0)
        {
            _rows.Insert(~index, row);
            Change(RepairAction.Added, null, row.Candle, $"fetched from {source.Name}");
        }
        else if (_rows[index].IsSynthetic || !Same(_rows[index].Candle, row.Candle))
        {
            Change(RepairAction.Replaced, _rows[index].Candle, row.Candle, $"{source.Name} has other values");
            _rows[index] = row;
        }
    }

    // A turnover missing on one side is not a difference.
    private static bool Same(Candle one, Candle other) =>
        double.IsNaN(one.Turnover) || double.IsNaN(other.Turnover)
            ? (one with { Turnover = 0 }).Equals(other with { Turnover = 0 })
            : one.Equals(other);

    private void Fill(List<RepairRow> rows, long until)
    {
        for (long time = _timeframe.NextOpen(rows[^1].OpenTime); time < until; time = _timeframe.NextOpen(time))
        {
            double close = rows[^1].Candle.Close;
            var candle = new Candle(UnixTime.ToDateTime(time), close, close, close, close, 0, _hasTurnover ? 0 : double.NaN);
            rows.Add(RepairRow.Of(candle, isSynthetic: true));
            Change(RepairAction.Filled, null, candle, "was missing: the last close, without volume");
        }
    }

    private void Change(RepairAction action, Candle? before, Candle? after, string reason) =>
        Log.Add(new RepairChange(action, (after ?? before)!.Value.OpenTime, before, after, reason));

    private void RequireOrder(bool strictly)
    {
        for (int i = 1; i < _rows.Count; i++)
        {
            if (_rows[i].OpenTime < _rows[i - 1].OpenTime || (strictly && _rows[i].OpenTime == _rows[i - 1].OpenTime))
                throw new InvalidOperationException(
                    $"The candle of {_rows[i].Candle.OpenTime:u} follows {_rows[i - 1].Candle.OpenTime:u}: call Sort{(strictly ? " and MergeDuplicates" : "")} first.");
        }
    }
}

/// <summary>Which of several candles with the same open time to keep.</summary>
public enum DuplicateRule
{
    /// <summary>The one with the largest volume, the last on a tie: a candle fetched before its close has less than its full volume.</summary>
    LargestVolume,

    /// <summary>The first in the source.</summary>
    First,

    /// <summary>The last in the source.</summary>
    Last,
}
