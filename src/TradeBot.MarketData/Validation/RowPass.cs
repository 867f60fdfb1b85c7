namespace TradeBot.MarketData;

/// <summary>Checks every row once; neighbouring rows with the same defect are merged.</summary>
internal ref struct RowPass
{
    private const long NoTime = long.MinValue;

    private readonly RowColumns _rows;
    private readonly ValidationOptions _options;
    private readonly List<CandleDefect> _defects;
    private readonly DefectRun[] _runs = new DefectRun[Enum.GetValues<DefectKind>().Length];
    private HashSet<long>? _seen; // open times so far; only needed after a row goes back in time
    private long _latest = NoTime;
    private long _fastBase = NoTime; // the previous row, when it is the latest and on the grid
    private DefectRun _stuck;
    private double _stuckVolume;

    public RowPass(RowColumns rows, ValidationOptions options, List<CandleDefect> defects)
    {
        _rows = rows;
        _options = options;
        _defects = defects;
    }

    /// <summary>True when the open times are strictly increasing.</summary>
    public bool IsOrdered { get; private set; } = true;

    public void Run()
    {
        int count = _rows.Count;
        ReadOnlySpan<long> times = _rows.OpenTimes;
        ReadOnlySpan<double> open = _rows.Open[..count], high = _rows.High[..count], low = _rows.Low[..count];
        ReadOnlySpan<double> close = _rows.Close[..count], volume = _rows.Volume[..count];
        long step = _rows.Timeframe.HasFixedLength ? (long)_rows.Timeframe.Duration.TotalMilliseconds : NoTime;

        for (int i = 0; i < times.Length; i++)
        {
            // The usual case: next on the grid, consistent prices, some volume. NaN fails each comparison.
            double lowest = low[i], highest = high[i];
            if (times[i] - step == _fastBase && lowest > 0 && highest > lowest && highest < double.PositiveInfinity
                && open[i] >= lowest && open[i] <= highest && close[i] >= lowest && close[i] <= highest
                && volume[i] > 0 && volume[i] < double.PositiveInfinity)
            {
                _latest = _fastBase = times[i];
                continue;
            }

            Inspect(i);
        }

        InspectTurnover();
        InspectSynthetic();
        for (int kind = 0; kind < _runs.Length; kind++)
            Flush((DefectKind)kind);
        FlushStuck();
    }

    private void Inspect(int i)
    {
        InspectTime(i);
        if (!IsFinite(i))
            Mark(DefectKind.NotFinite, i);
        else
            InspectValues(i);
        InspectStuck(i);
    }

    private void InspectTime(int i)
    {
        long time = _rows.OpenTimes[i];
        bool onGrid = _rows.Timeframe.OpenOf(time) == time;
        if (!onGrid)
            Mark(DefectKind.OffGrid, i);

        if (time <= _latest && i > 0)
        {
            IsOrdered = false;
            Mark(WasSeen(time, i) ? DefectKind.Duplicate : DefectKind.Disorder, i);
        }

        _seen?.Add(time);
        _fastBase = onGrid && time >= _latest && _seen is null ? time : NoTime;
        _latest = Math.Max(_latest, time);
    }

    private bool WasSeen(long time, int i)
    {
        if (time == _latest)
            return true;

        _seen ??= [.. _rows.OpenTimes[..i]];
        return _seen.Contains(time);
    }

    private readonly bool IsFinite(int i) =>
        double.IsFinite(_rows.Open[i]) && double.IsFinite(_rows.High[i]) && double.IsFinite(_rows.Low[i])
        && double.IsFinite(_rows.Close[i]) && double.IsFinite(_rows.Volume[i]);

    private void InspectValues(int i)
    {
        double open = _rows.Open[i], high = _rows.High[i], low = _rows.Low[i], close = _rows.Close[i], volume = _rows.Volume[i];
        if (Math.Min(Math.Min(open, close), Math.Min(low, high)) <= 0)
            Mark(DefectKind.NonPositivePrice, i);
        if (high < Math.Max(Math.Max(open, close), low) || low > Math.Min(open, close))
            Mark(DefectKind.PriceOrder, i);
        if (volume < 0)
            Mark(DefectKind.NegativeVolume, i);
        if (volume == 0)
            Mark(DefectKind.ZeroVolume, i);
    }

    private void InspectStuck(int i)
    {
        double price = _rows.Close[i];
        bool isFlat = _rows.Open[i] == price && _rows.High[i] == price && _rows.Low[i] == price;
        if (!isFlat)
            return;

        bool continues = _stuck.Count > 0 && _stuck.Last == i - 1 && _rows.Close[_stuck.First] == price;
        if (!continues)
        {
            FlushStuck();
            (_stuck, _stuckVolume) = (new DefectRun(i), _rows.Volume[i]);
            return;
        }

        _stuck = _stuck.To(i);
        _stuckVolume += _rows.Volume[i];
    }

    private void InspectTurnover()
    {
        ReadOnlySpan<double> turnover = _rows.Turnover;
        for (int i = 0; i < turnover.Length; i++)
        {
            if (turnover[i] < 0 && !(_rows.Volume[i] < 0))
                Mark(DefectKind.NegativeVolume, i);
            if (double.IsInfinity(turnover[i]))
                Mark(DefectKind.NotFinite, i);
        }
    }

    private void InspectSynthetic()
    {
        ReadOnlySpan<bool> synthetic = _rows.Synthetic;
        for (int i = 0; i < synthetic.Length; i++)
        {
            if (synthetic[i])
                Mark(DefectKind.Synthetic, i);
        }
    }

    private void Mark(DefectKind kind, int i)
    {
        ref DefectRun run = ref _runs[(int)kind];
        bool follows = run.Count > 0 && run.Last == i - 1 && _rows.Timeframe.NextOpen(_rows.OpenTimes[i - 1]) >= _rows.OpenTimes[i];
        if (follows)
        {
            run = run.To(i);
            return;
        }

        Flush(kind);
        run = new DefectRun(i);
    }

    private readonly void Flush(DefectKind kind)
    {
        ref DefectRun run = ref _runs[(int)kind];
        if (run.Count > 0 && (kind != DefectKind.ZeroVolume || run.Count >= _options.ZeroVolumeCandles))
            _defects.Add(RowDefects.Describe(kind, _rows, run));
        run = default;
    }

    private void FlushStuck()
    {
        if (_stuck.Count >= _options.StuckCandles && _stuckVolume > 0)
            _defects.Add(RowDefects.Stuck(_rows, _stuck, _stuckVolume));
        _stuck = default;
    }
}
