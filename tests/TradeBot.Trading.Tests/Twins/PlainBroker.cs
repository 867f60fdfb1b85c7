using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>What a plain loop wants at the close of a candle: it sets targets and stops of the broker.</summary>
internal delegate void PlainDecision(int candle, PlainBroker broker);

/// <summary>A fill of the plain loop.</summary>
internal readonly record struct PlainFill(DateTime Time, string Symbol, bool IsBuy, decimal Price, decimal Quantity);

/// <summary>
/// One account without leverage, led candle by candle: fill at the open, stop inside, decision at the close. Written from
/// the rule tables of <see cref="Sizing"/>, <see cref="Slippage"/>, <see cref="FeeSchedule"/> and protective levels, and
/// from nothing else: all series have candles at the same times, orders are market orders, the only level is a stop.
/// </summary>
internal sealed class PlainBroker
{
    private const decimal FeeRate = 0.00055m, SlippageRate = 0.0001m, Tick = 0.01m, Lot = 0.000001m;
    private const double EntryCost = (double)((1 + FeeRate) * (1 + SlippageRate) - 1), LimitTolerance = 1e-9;

    private readonly PlainCandles[] _series;
    private readonly decimal[] _held, _ordered, _entryValue;
    private readonly double[] _executed, _level;
    private readonly List<PlainFill> _fills = [];
    private decimal _cash = 10_000m;

    private PlainBroker(PlainCandles[] series)
    {
        _series = series;
        (_held, _ordered, _entryValue) = (new decimal[series.Length], new decimal[series.Length], new decimal[series.Length]);
        (_executed, _level) = (new double[series.Length], new double[series.Length]);
        (Target, Stop) = (new double[series.Length], new double[series.Length]);
        Array.Fill(_level, double.NaN);
    }

    /// <summary>What is wanted of each symbol, as a fraction of equity; 0 after its stop was met.</summary>
    public double[] Target { get; }

    /// <summary>Distance of each position's stop from its average entry price; 0 for none.</summary>
    public double[] Stop { get; }

    /// <summary>The same conditions for a backtest.</summary>
    public static BacktestOptions Conditions { get; } = new()
    {
        Cash = 10_000m,
        Fees = new FeeSchedule(FeeRate, FeeRate),
        Slippage = Slippage.Bps(1),
        OtherInstruments = new Instrument("ANY", InstrumentKind.Linear, Tick, Lot),
    };

    public static IReadOnlyList<PlainFill> Run(PlainCandles[] series, PlainDecision decide)
    {
        var broker = new PlainBroker(series);
        for (int i = 0; i < series[0].Count; i++)
        {
            broker.Open(i);
            broker.Inside(i);
            decide(i, broker);
            broker.Order(i);
        }

        return broker._fills;
    }

    /// <summary>Stops that the open lies beyond are met at it, then orders fill: sales first, since they pay for purchases.</summary>
    private void Open(int i)
    {
        for (int s = 0; s < _series.Length; s++)
            StopOut(s, i, atOpen: true);
        foreach (int s in Enumerable.Range(0, _series.Length).OrderBy(s => _ordered[s]).ToArray())
        {
            if (_ordered[s] == 0)
                continue;
            Fill(s, i, _ordered[s], _series[s].Open[i], _series[s].OpenTime[i]);
            _ordered[s] = 0;
            PlaceStop(s);
            StopOut(s, i, atOpen: true);
        }
    }

    private void Inside(int i)
    {
        for (int s = 0; s < _series.Length; s++)
            StopOut(s, i, atOpen: false);
    }

    private void PlaceStop(int s)
    {
        double entry = _held[s] == 0 ? double.NaN : (double)(_entryValue[s] / Math.Abs(_held[s]));
        _level[s] = Stop[s] > 0 && _held[s] != 0 ? entry - (Math.Sign(_held[s]) * Stop[s]) : double.NaN;
    }

    private void StopOut(int s, int i, bool atOpen)
    {
        PlainCandles candles = _series[s];
        double open = candles.Open[i], worst = _held[s] > 0 ? candles.Low[i] : candles.High[i];
        double reached = atOpen ? open : worst;
        if (!(_held[s] > 0 ? reached <= _level[s] : reached >= _level[s]))
            return;
        Fill(s, i, -_held[s], atOpen ? open : _level[s], atOpen ? candles.OpenTime[i] : candles.CloseTime[i]);
        (Target[s], _executed[s], Stop[s], _ordered[s], _level[s]) = (0, 0, 0, 0, double.NaN);
    }

    /// <summary>
    /// Targets that changed are sized on equity at the closes; the whole lots that make the difference fill at the next
    /// open. What makes positions smaller is ordered first; the rest is cut to what keeps all positions within equity.
    /// </summary>
    private void Order(int i)
    {
        double equity = (double)_cash;
        for (int s = 0; s < _series.Length; s++)
            equity += (double)_held[s] * _series[s].Close[i];
        int[] changed = [.. Enumerable.Range(0, _series.Length).Where(s => Target[s] != _executed[s])];
        foreach (int s in changed.OrderBy(Grows))
        {
            decimal wanted = Lots((decimal)(Math.Abs(Target[s]) * equity / (_series[s].Close[i] * (1 + EntryCost))));
            if (Grows(s))
                wanted = Math.Min(wanted, Lots((decimal)((equity * (1 + LimitTolerance) - ValueOfOthers(s, i)) / _series[s].Close[i])));
            _ordered[s] = (Math.Sign(Target[s]) * wanted) - _held[s];
            if (Target[s] * (double)_held[s] <= 0)
                _level[s] = double.NaN;
            if (Target[s] == 0)
                Stop[s] = 0;
        }

        foreach (int s in changed)
            _executed[s] = Target[s];
    }

    private bool Grows(int s) => Target[s] * _executed[s] < 0 || Math.Abs(Target[s]) > Math.Abs(_executed[s]);

    private double ValueOfOthers(int symbol, int i)
    {
        double value = 0;
        for (int s = 0; s < _series.Length; s++)
            value += s == symbol ? 0 : Math.Abs((double)(_held[s] + _ordered[s])) * _series[s].Close[i];
        return value;
    }

    private void Fill(int s, int i, decimal change, double met, long time)
    {
        PlainCandles candles = _series[s];
        bool buys = change > 0;
        decimal paid = buys
            ? Math.Ceiling((decimal)met * (1 + SlippageRate) / Tick) * Tick
            : Math.Floor((decimal)met * (1 - SlippageRate) / Tick) * Tick;
        if (buys)
            change = Math.Min(change, Math.Max(-_held[s], Payable(paid)));
        if (change == 0)
            return;

        // A fill shows no price that its candle did not; the rest of the slippage is paid in cash.
        decimal shown = buys ? Math.Min(paid, (decimal)candles.High[i]) : Math.Max(paid, (decimal)candles.Low[i]);
        decimal after = _held[s] + change;
        _entryValue[s] = after * _held[s] <= 0
            ? Math.Abs(after) * paid
            : Math.Abs(after) > Math.Abs(_held[s])
                ? _entryValue[s] + (Math.Abs(change) * paid)
                : _entryValue[s] * after / _held[s];
        _held[s] = after;
        _cash -= (change * paid) + Fee(Math.Abs(change) * paid);
        _fills.Add(new PlainFill(UnixTime.ToDateTime(time), candles.Symbol, buys, shown, Math.Abs(change)));
    }

    /// <summary>The most whole lots that cash pays for with their fee, which may have been rounded up.</summary>
    private decimal Payable(decimal price)
    {
        decimal quantity = Lots(Math.Max(0, _cash) / (price * (1 + FeeRate)));
        while (quantity > 0 && (quantity * price) + Fee(quantity * price) > _cash)
            quantity -= Lot;
        return quantity;
    }

    private static decimal Fee(decimal value) => Math.Round(value * FeeRate, 8, MidpointRounding.AwayFromZero);

    private static decimal Lots(decimal quantity) => Math.Floor(quantity / Lot) * Lot;
}
