using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>The protective levels of a position, followed through the candles by the rules of <see cref="CandleWalk"/>.</summary>
internal struct SweepGuards
{
    private double _stop, _target, _best;
    private Trail _trail;
    private bool _isLong;

    /// <summary>Levels of a position that has just been filled.</summary>
    /// <param name="levels">The levels that the rule states.</param>
    /// <param name="entry">Entry price.</param>
    /// <param name="seen">The price that the fill shows.</param>
    /// <param name="isLong">The direction.</param>
    public SweepGuards(in ProtectiveLevels levels, double entry, double seen, bool isLong)
    {
        IsSet = !levels.IsEmpty;
        _isLong = isLong;
        _stop = levels.Stop.Against(entry, isLong);
        _target = levels.TakeProfit.InFavour(entry, isLong);
        _best = seen;
        _trail = levels.TrailingStop switch
        {
            { Unit: LevelUnit.Fraction } trail => Trail.Fraction(trail.Value),
            { Unit: LevelUnit.Distance } trail => Trail.Distance(trail.Value),
            _ => default,
        };
    }

    public bool IsSet { get; private set; }

    private readonly bool Trails => _trail.Value > 0;

    private readonly double Behind => Trails ? _trail.Behind(_best, _isLong ? OrderSide.Sell : OrderSide.Buy) : double.NaN;

    public void Drop() => IsSet = false;

    /// <summary>The first candle that reaches a level.</summary>
    /// <param name="candles">The candles.</param>
    /// <param name="path">The assumed order of a candle's high and low.</param>
    /// <param name="from">Position of the first candle to look at.</param>
    /// <param name="to">Position behind the last.</param>
    /// <param name="met">The price at which the level was reached, whether that was the open, and which level it was.</param>
    /// <returns>Its position; <paramref name="to"/> when none does.</returns>
    public int Walk(CandleSeries candles, IntrabarPath path, int from, int to, out (double Price, bool AtOpen, ExitReason Reason) met)
    {
        ReadOnlySpan<double> open = candles.Open, high = candles.High, low = candles.Low, close = candles.Close;
        for (int i = from; i < to; i++)
        {
            if (!Trails && !IsTouched(high[i], low[i]))
                continue;
            if (Meets(open[i], high[i], low[i], close[i], path, out met))
                return i;
        }

        met = (double.NaN, false, default);
        return to;
    }

    private readonly bool IsTouched(double high, double low) => _isLong ? low <= _stop || high >= _target : high >= _stop || low <= _target;

    private bool Meets(double open, double high, double low, double close, IntrabarPath path, out (double Price, bool AtOpen, ExitReason Reason) met)
    {
        bool lowFirst = path == IntrabarPath.ByDistance ? open - low <= high - open : _isLong == (path == IntrabarPath.Pessimistic);
        met.AtOpen = Leg(open, open, out met.Price, out met.Reason);
        return met.AtOpen || Leg(open, lowFirst ? low : high, out met.Price, out met.Reason)
            || Leg(lowFirst ? low : high, lowFirst ? high : low, out met.Price, out met.Reason) || Leg(lowFirst ? high : low, close, out met.Price, out met.Reason);
    }

    private bool Leg(double from, double to, out double met, out ExitReason reason)
    {
        (met, reason) = (PriceMet(_stop, !_isLong, from, to), ExitReason.Stop);
        if (IsNearer(PriceMet(_target, _isLong, from, to), from, ref met))
            reason = ExitReason.Target;
        if (IsNearer(PriceMet(Behind, !_isLong, from, to), from, ref met))
            reason = ExitReason.Trailing;
        if (!double.IsNaN(met))
            return true;
        _best = _isLong ? Math.Max(_best, to) : Math.Min(_best, to);
        return false;
    }

    private static bool IsNearer(double other, double from, ref double met)
    {
        if (double.IsNaN(other) || Math.Abs(met - from) <= Math.Abs(other - from))
            return false;
        met = other;
        return true;
    }

    private static double PriceMet(double level, bool above, double from, double to)
    {
        if (above)
            return level <= from ? from : level <= to ? level : double.NaN;
        return level >= from ? from : level >= to ? level : double.NaN;
    }
}
