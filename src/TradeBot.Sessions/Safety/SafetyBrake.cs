using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>Checks of the risk gate in addition to its policy: the state of the session, and limits that only sessions have.</summary>
/// <remarks>It uses no clock: each moment supplies what depends on the time of day, so that a rebuilt session gives the same answers.</remarks>
internal sealed class SafetyBrake(SafetyLimits limits) : ITradingBrake
{
    private readonly Queue<long> _sent = new();
    private IReadOnlyList<string> _stale = [];
    private long _now;
    private volatile string? _blocks = "Trading has not been allowed yet: the session is disabled.";

    public TradingState State { get; private set; }

    public string? Blocks => _blocks;

    public bool Flattens => State == TradingState.Halted;

    /// <summary>Last prices by symbol; set once, before the first order.</summary>
    public Func<string, double> PriceOf { get; set; } = _ => double.NaN;

    public void Change(TradingState state, string by, string why)
    {
        State = state;
        _blocks = state switch
        {
            TradingState.Active => null,
            TradingState.Disabled => "Trading has not been allowed yet: the session is disabled.",
            TradingState.Reducing => $"Positions may only be reduced, as {by} requested: {why}",
            _ => $"The kill switch was used by {by}: {why}",
        };
    }

    /// <summary>Blocks all new orders at once, from any thread; <see cref="Change"/> follows.</summary>
    public void Shut(string by, string why) => _blocks ??= $"The kill switch was used by {by}: {why}";

    public void Begin(long moment, IReadOnlyList<string> stale)
    {
        (_now, _stale) = (moment, stale);
        while (_sent.TryPeek(out long first) && first <= moment - UnixTime.MillisecondsPerMinute)
            _sent.Dequeue();
    }

    public void CountSent() => _sent.Enqueue(_now);

    public string? Against(Order order, decimal quantity)
    {
        if (_stale.Contains(order.Symbol))
            return FormattableString.Invariant($"The data of {order.Symbol} are older than {limits.StaleAfterCandles} candles: no position is opened or increased on them.");
        if (_sent.Count >= limits.OrdersPerMinute)
            return FormattableString.Invariant($"{_sent.Count} orders were sent within a minute; the limit is {limits.OrdersPerMinute}.");
        double last = PriceOf(order.Symbol);
        foreach (double price in (ReadOnlySpan<double>)[order.LimitPrice, order.StopPrice])
        {
            if (Math.Abs(price / last - 1) > limits.PriceDistance)
                return FormattableString.Invariant($"The price {price} is further than {limits.PriceDistance:P2} from the last, {last}.");
        }

        return null;
    }
}
