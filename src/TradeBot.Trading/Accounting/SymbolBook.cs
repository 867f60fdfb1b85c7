using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The state of one symbol: its trading rules, its working orders, and the range of prices since the position was opened.</summary>
internal sealed class SymbolBook(Instrument instrument, int index, int[] working)
{
    private const int AtrPeriod = 14;

    private Atr _atr = new(AtrPeriod);

    public Instrument Instrument { get; } = instrument;

    public int Index { get; } = index;

    /// <summary>Smallest order value, in quote currency.</summary>
    public double MinNotional { get; } = (double)instrument.MinNotional;

    /// <summary>Orders that can fill, oldest first; changed by <see cref="Add"/> and <see cref="Remove"/>.</summary>
    public List<Order> Orders { get; } = [];

    /// <summary>Counts the changes of <see cref="Orders"/> and of their levels.</summary>
    public int Version { get; private set; }

    public double Atr { get; private set; } = double.NaN;

    /// <summary>Whether the target has to be compared with the position again, because an order ended unfilled or the position became flat.</summary>
    public bool NeedsReconciliation { get; set; }

    /// <summary>The best price since the position was opened: the highest when long, the lowest when short.</summary>
    public double Best { get; set; } = double.NaN;

    /// <summary>An order begins to work.</summary>
    public void Add(Order order)
    {
        Orders.Add(order);
        working[Index] = Orders.Count;
        Changed();
    }

    /// <summary>An order has ended.</summary>
    public void Remove(Order order)
    {
        Orders.Remove(order);
        working[Index] = Orders.Count;
        Changed();
    }

    /// <summary>Levels, or the orders themselves, have changed.</summary>
    public void Changed() => Version++;

    /// <summary>Prices have reached these extremes.</summary>
    /// <param name="high">Highest.</param>
    /// <param name="low">Lowest.</param>
    /// <param name="held">The quantity held.</param>
    public void See(double high, double low, double held)
    {
        if (held != 0)
            Best = held > 0 ? Math.Max(Best, high) : Math.Min(Best, low);
    }

    /// <summary>Keeps the average true range of the candles that the strategy sees.</summary>
    public void Measure(in Candle candle) => Atr = _atr.Update(candle);
}
