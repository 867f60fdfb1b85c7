using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Market;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>What everything that touches orders shares. Used under the lock of <see cref="TradingEngine"/> alone.</summary>
internal sealed class TradingFloor
{
    public TradingFloor(AccountState account, IQuotes quotes, EmulatorMatching options, OrderDice dice)
    {
        (Account, Quotes, Options, Dice) = (account, quotes, options, dice);
        Orders = new OrderStore(options.HistoryRows);
        Margin = new MarginView(account, Orders, quotes);
        News = new NewsDesk(Margin);
        Ids = new IdSource(dice.Faults.Seed);
    }

    public AccountState Account { get; }

    public IQuotes Quotes { get; }

    public EmulatorMatching Options { get; }

    public OrderDice Dice { get; }

    public OrderStore Orders { get; }

    public MarginView Margin { get; }

    public NewsDesk News { get; }

    public IdSource Ids { get; }

    /// <summary>Moves an order to its next state and reports it.</summary>
    public void Change(Order order, OrderStatus status, long now)
    {
        order.Before = order.Snapshot();
        order.Before.Before = null; // one state back is enough
        order.Status = status;
        order.UpdatedTime = now;
        if (!order.IsOpen)
            Orders.Close(order);
        News.Tell(order, now);
        if (order.Contract.IsSpot)
            News.TouchWallet();
        else
            News.Touch(Account.PositionOf(order.Contract, order.PositionIndex));
    }

    /// <summary>Ends an order that is not filled: deactivated before its trigger, cancelled after.</summary>
    public void Cancel(Order order, string cancelType, long now, string rejectReason = "EC_NoError")
    {
        if (!order.IsOpen)
            return;
        order.CancelType = cancelType;
        order.RejectReason = rejectReason;
        Change(
            order, order.IsUntriggered ? OrderStatus.Deactivated : order.Contract.IsSpot && order.Executed > 0 ? OrderStatus.PartiallyFilledCanceled : OrderStatus.Cancelled, now);
    }

    public decimal PriceFor(Order order, long now) => PriceBy(order.Contract.Symbol, order.TriggerBy, now);

    public decimal PriceBy(string symbol, TriggerSource source, long now)
    {
        Quote quote = Quotes.At(symbol, now);
        return source switch
        {
            TriggerSource.MarkPrice => quote.Mark,
            TriggerSource.IndexPrice => quote.Index,
            _ => quote.Last,
        };
    }
}
