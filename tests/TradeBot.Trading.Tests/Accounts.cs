using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>Accounts made by hand, without a run.</summary>
internal static class Accounts
{
    public static readonly Instrument Linear = new("TEST", InstrumentKind.Linear, 0.01m, 0.001m);

    /// <summary>An account of 1,000 with one symbol at 100, unless the test says otherwise.</summary>
    public static TradingBooks Of(Instrument? instrument = null, decimal cash = 1_000m, double mark = 100)
    {
        var books = new TradingBooks([instrument ?? Linear], cash);
        books.Marks[0] = mark;
        return books;
    }

    /// <summary>An account of several symbols, each at 100.</summary>
    public static TradingBooks OfSeveral(decimal cash, params string[] symbols)
    {
        var books = new TradingBooks([.. symbols.Select(s => Linear with { Symbol = s })], cash);
        Array.Fill(books.Marks, 100);
        return books;
    }

    /// <summary>Books a fill, as a desk does.</summary>
    /// <param name="books">Of the account.</param>
    /// <param name="change">Signed quantity.</param>
    /// <param name="price">Paid and shown.</param>
    /// <param name="symbol">Position of the symbol.</param>
    /// <param name="fee">In account currency.</param>
    /// <param name="minute">When, after the start.</param>
    public static void Trade(this TradingBooks books, decimal change, decimal price, int symbol = 0, decimal fee = 0, int minute = 0)
    {
        Instrument instrument = books.Symbols[symbol].Instrument;
        ref FillEntry fill = ref books.Fills.Add();
        fill = new FillEntry
        {
            Quantity = Math.Abs(change), Side = change > 0 ? OrderSide.Buy : OrderSide.Sell, Paid = price, Shown = price, Met = (double)price,
            Fee = fee, Book = symbol, Time = UnixTime.FromDateTime(Market.Start.AddMinutes(minute)),
        };
        decimal value = instrument.ValueOf(fill.Quantity, price);
        books.Account.Settle(symbol, change, (change > 0 == instrument.IsInverse ? -value : value) + fee);
    }

    /// <summary>An order that has not been judged.</summary>
    public static Order Order(OrderSide side, decimal quantity, OrderType type = OrderType.Market, int book = 0, long id = 1, bool reduceOnly = false) =>
        new(id, book, "TEST", side, type, quantity, UnixTime.FromDateTime(Market.Start)) { ReduceOnly = reduceOnly };

    /// <summary>An order that works.</summary>
    public static Order Working(this TradingBooks books, OrderSide side, decimal quantity, OrderType type = OrderType.Limit, int book = 0, long id = 1, bool reduceOnly = false)
    {
        Order order = Order(side, quantity, type, book, id, reduceOnly);
        order.Move(OrderState.Working, 0);
        books.Symbols[book].Add(order);
        return order;
    }
}
