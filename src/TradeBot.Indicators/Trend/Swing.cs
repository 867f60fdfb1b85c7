using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Follows the legs between turning points that are at least a share of the price apart.</summary>
/// <remarks>
/// A candle that takes the leg further cannot end it. Until the first leg the extremes so far are kept, from the first candle on.
/// When the first move shows in both directions within one candle, the body decides, and a candle without a body rises.
/// </remarks>
internal struct Swing(double threshold)
{
    private double _high;
    private double _low;
    private bool _started;

    /// <summary>1 on a rising leg, −1 on a falling one, 0 before the first.</summary>
    public double Direction { readonly get; private set; }

    /// <summary>How far the present leg reached; the first close before the first leg.</summary>
    public double Extreme { readonly get; private set; }

    /// <summary>Where the present leg began, which later candles cannot change; the first close before the first leg.</summary>
    public double Pivot { readonly get; private set; }

    public void Update(in Candle candle)
    {
        if (double.IsNaN(candle.High) || double.IsNaN(candle.Low) || double.IsNaN(candle.Close))
            Direction = Extreme = Pivot = double.NaN;
        else if (!_started)
            (_started, _high, _low, Pivot, Extreme) = (true, candle.High, candle.Low, candle.Close, candle.Close);
        else if (Direction == 0)
            Seek(candle);
        else if (Direction > 0)
            Rise(candle);
        else if (Direction < 0)
            Fall(candle);
    }

    private void Seek(in Candle candle)
    {
        bool rose = candle.High >= _low * (1 + threshold), fell = candle.Low <= _high * (1 - threshold);
        if (rose && (!fell || candle.Close >= candle.Open))
            (Direction, Pivot, Extreme) = (1, _low, candle.High);
        else if (fell)
            (Direction, Pivot, Extreme) = (-1, _high, candle.Low);
        (_high, _low) = (Math.Max(_high, candle.High), Math.Min(_low, candle.Low));
    }

    private void Rise(in Candle candle)
    {
        if (candle.High > Extreme)
            Extreme = candle.High;
        else if (candle.Low <= Extreme * (1 - threshold))
            (Direction, Pivot, Extreme) = (-1, Extreme, candle.Low);
    }

    private void Fall(in Candle candle)
    {
        if (candle.Low < Extreme)
            Extreme = candle.Low;
        else if (candle.High >= Extreme * (1 + threshold))
            (Direction, Pivot, Extreme) = (1, Extreme, candle.High);
    }
}
