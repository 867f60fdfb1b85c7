using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Market;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>The account and its orders behind one lock. Entering updates the account to the exchange's current time.</summary>
internal sealed class TradingEngine
{
    private readonly Lock _gate = new();
    private readonly Func<long> _clock;
    private readonly MarketSteps _steps;
    private long _latest;

    /// <param name="account">At its start.</param>
    /// <param name="quotes">Prices.</param>
    /// <param name="options">How orders meet them.</param>
    /// <param name="dice">What goes wrong.</param>
    /// <param name="clock">The exchange's clock; a step back is not taken.</param>
    public TradingEngine(AccountState account, IQuotes quotes, EmulatorMatching options, OrderDice dice, Func<long> clock)
    {
        _clock = clock;
        _latest = clock();
        Floor = new TradingFloor(account, quotes, options, dice);
        Exits = new Exits(Floor);
        var fills = new Fills(Floor, Exits);
        var taking = new Taking(Floor, fills);
        var checks = new OrderChecks(Floor);
        Orders = new OrderDesk(Floor, checks, taking, Exits);
        Positions = new PositionDesk(Floor, Exits);
        Liquidation = new Liquidation(Floor, fills);
        Guard = new DisconnectGuard(Floor);
        _steps = new MarketSteps(Floor, taking, new Triggers(Floor, checks, taking, Exits), new Funding(Floor), Liquidation, Guard, _latest);
    }

    /// <summary>Receives what has happened, in order and under the lock: it must not wait.</summary>
    public Action<IReadOnlyList<News>>? Told { get; set; }

    public TradingFloor Floor { get; }

    public OrderDesk Orders { get; }

    public PositionDesk Positions { get; }

    public Exits Exits { get; }

    public Liquidation Liquidation { get; }

    public DisconnectGuard Guard { get; }

    /// <summary>Runs an action on the account at the exchange's current time.</summary>
    public T Do<T>(Func<long, T> action)
    {
        lock (_gate)
        {
            long now = _latest = Math.Max(_latest, _clock());
            try
            {
                _steps.GoTo(now);
                return action(now);
            }
            finally
            {
                Floor.News.Settle(now);
                if (Floor.News.Take() is { Count: > 0 } news)
                    Told?.Invoke(news);
            }
        }
    }

    /// <inheritdoc cref="Do{T}(Func{long, T})"/>
    public void Do(Action<long> action) => Do(now =>
    {
        action(now);
        return 0;
    });
}
