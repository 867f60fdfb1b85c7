using System.Numerics.Tensors;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>What the engine knows of one symbol: its price, its working orders and its trades.</summary>
internal sealed class SymbolBook(Instrument instrument, int index)
{
    private const int AtrPeriod = 14;

    private Atr _atr = new(AtrPeriod);
    private double _above = double.PositiveInfinity, _below = double.NegativeInfinity;
    private double _lastHigh = double.NaN, _lastLow = double.NaN;
    private bool _stale;

    public Instrument Instrument { get; } = instrument;

    public int Index { get; } = index;

    /// <summary>Smallest order value, in quote currency.</summary>
    public double MinNotional { get; } = (double)instrument.MinNotional;

    /// <summary>Orders that can fill, oldest first.</summary>
    public List<Order> Orders { get; } = [];

    public double LastVolume { get; private set; } = double.NaN;

    public double LastRange => _lastHigh - _lastLow;

    public double LastOpen { get; private set; } = double.NaN;

    public double Atr { get; private set; } = double.NaN;

    /// <summary>Highest and lowest price of the candle that trades; NaN where they are not known.</summary>
    public (double High, double Low) Range { get; set; } = (double.NaN, double.NaN);

    /// <summary>Whether it is among <see cref="OrderDesk.Surprised"/>.</summary>
    public bool IsSurprised { get; set; }

    /// <summary>What may still fill in the candle that trades.</summary>
    public double Capacity { get; set; } = double.PositiveInfinity;

    /// <summary>The best price since the position was opened: the highest when long, the lowest when short.</summary>
    public double Best { get; set; } = double.NaN;

    /// <summary>Whether anything can happen to an order in a candle of this range.</summary>
    public bool IsTouchedBy(double high, double low)
    {
        if (_stale)
            Measure();
        return high >= _above || low <= _below;
    }

    /// <summary>The price of a fill as the candle can show it: never beyond its range, but for the digits that decimal cannot hold of an end without a tick.</summary>
    public decimal Seen(decimal price, bool buys) => Seen(Instrument, price, buys, Range.High, Range.Low);

    /// <inheritdoc cref="Seen(decimal, bool)"/>
    public static decimal Seen(Instrument instrument, decimal price, bool buys, double high, double low)
    {
        if (!(buys ? (double)price > high : (double)price < low))
            return price;
        decimal last = buys ? instrument.FloorPrice(high) : instrument.CeilingPrice(low);
        if ((double)last >= low && (double)last <= high)
            return last;
        return instrument.HasTick ? price : instrument.RoundPrice(buys ? high : low);
    }

    /// <summary>Levels, or the orders themselves, have changed.</summary>
    public void Changed() => _stale = true;

    /// <param name="candle">The candle that closes.</param>
    /// <param name="held">The quantity held.</param>
    public void Close(in Candle candle, double held)
    {
        if (held != 0)
            Best = held > 0 ? Math.Max(Best, candle.High) : Math.Min(Best, candle.Low);
        LastOpen = candle.Open;
        LastVolume = candle.Volume;
        (_lastHigh, _lastLow) = (candle.High, candle.Low);
    }

    /// <summary>Several candles close in which nothing traded.</summary>
    /// <param name="candles">Of the symbol.</param>
    /// <param name="from">The first.</param>
    /// <param name="last">The last.</param>
    /// <param name="held">The quantity held.</param>
    public void Close(CandleSeries candles, int from, int last, double held)
    {
        if (held > 0)
            Best = Math.Max(Best, TensorPrimitives.Max(candles.High[from..(last + 1)]));
        else if (held < 0)
            Best = Math.Min(Best, TensorPrimitives.Min(candles.Low[from..(last + 1)]));
        LastOpen = candles.Open[last];
        LastVolume = candles.Volume[last];
        (_lastHigh, _lastLow) = (candles.High[last], candles.Low[last]);
    }

    /// <summary>Fills that follow lie in the last closed candle.</summary>
    public void StayInLast() => Range = (_lastHigh, _lastLow);

    /// <summary>Keeps the average true range of the candles that the strategy sees.</summary>
    public void Measure(in Candle candle) => Atr = _atr.Update(candle);

    private void Measure()
    {
        (_above, _below) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (Order order in Orders)
        {
            // A trailing stop moves inside the candle and a market order needs no level: both must always be looked at.
            if (order.Type is OrderType.TrailingStop or OrderType.Market)
                (_above, _below) = (double.NegativeInfinity, double.PositiveInfinity);
            else if (order.WaitsAbove)
                _above = Math.Min(_above, order.Level);
            else
                _below = Math.Max(_below, order.Level);
        }

        _stale = false;
    }
}
