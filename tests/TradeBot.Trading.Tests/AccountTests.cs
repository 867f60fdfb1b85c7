using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>The ledger by hand.</summary>
public class AccountTests
{
    private static readonly Instrument Inverse = new("TEST", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m);

    [Fact]
    public void An_entry_moves_cash_and_position_and_is_counted()
    {
        Account account = Of(1_000m, Accounts.Linear, Accounts.Linear with { Symbol = "B" });
        Assert.Equal((1_000m, 1_000.0, 0L, true, false, false), (account.Cash, account.CashEstimate, account.Version, account.IsFlat, account.Owes, account.IsInverse));
        account.Settle(1, 3, 301);
        Assert.Equal((699m, 699.0, 1L, false), (account.Cash, account.CashEstimate, account.Version, account.IsFlat));
        Assert.Equal((0m, 3m, 0.0, 3.0), (account.Quantity(0), account.Quantity(1), account.Holdings[0], account.Holdings[1]));
        account.Settle(1, -3, -299);
        Assert.Equal((998m, 0m, true, 2L), (account.Cash, account.Quantity(1), account.IsFlat, account.Version));
        account.Pay(-2);
        Assert.Equal((1_000m, 3L), (account.Cash, account.Version));
    }

    [Fact]
    public void An_account_owes_while_cash_is_below_zero_or_a_position_is_short()
    {
        Account account = Of(100m, Accounts.Linear, Accounts.Linear with { Symbol = "B" });
        account.Settle(0, 1, 100);
        Assert.False(account.Owes);
        account.Pay(0.01m);
        Assert.True(account.Owes);
        account.Pay(-0.01m);
        Assert.False(account.Owes);
        account.Settle(1, -1, -100);
        Assert.True(account.Owes);
        account.Settle(1, 2, 100);
        Assert.False(account.Owes);
        account.Settle(0, -2, -100);
        Assert.True(account.Owes);
        account.Settle(0, 1, 50);
        Assert.False(account.Owes);
    }

    [Fact]
    public void A_long_of_inverse_contracts_is_owed_and_a_short_is_owned()
    {
        Account account = Of(2m, Inverse);
        Assert.True(account.IsInverse);
        account.Settle(0, 10, -2);
        Assert.Equal((true, -1), (account.Owes, account.SignOf(0)));
        account.Settle(0, -20, 4);
        Assert.Equal((false, 1), (account.Owes, account.SignOf(0)));
    }

    [Fact]
    public void Equity_is_cash_and_what_positions_are_worth()
    {
        Account account = Of(1_000m, Accounts.Linear, Accounts.Linear with { Symbol = "B" }, Accounts.Linear with { Symbol = "C" });
        double[] marks = [110, 50, 7];
        Assert.Equal(1_000, account.Equity(marks));
        account.Settle(0, 2, 200);
        account.Settle(1, -3, -150);
        Assert.Equal(950 + 220 - 150, account.Equity(marks, out double gross));
        Assert.Equal((1_020.0, 370.0, 370.0), (account.Equity(marks), gross, account.GrossExposure(marks)));
        Assert.Equal((800.0, 1_170.0, 1_020.0), (account.EquityWithout(0, marks), account.EquityWithout(1, marks), account.EquityWithout(2, marks)));
        Assert.Equal((220.0, 150.0, 0.0), (account.Value(0, 110), account.Value(1, 50), account.Value(2, 7)));
        Assert.Equal((1, -1), (account.SignOf(0), account.SignOf(1)));
        Assert.Equal((110.0, 50.0), (account.PriceAt(0, 220), account.PriceAt(1, 150)));
    }

    [Theory]
    [InlineData(10, 4, 3)] // 10 contracts of 100 bought at 500: 2 of base came in, at 1,000 one is owed
    [InlineData(-10, 0, 1)]
    public void Equity_of_inverse_contracts_is_in_base_currency(double contracts, double cash, double equity)
    {
        Account account = Of(2m, Inverse);
        account.Settle(0, (decimal)contracts, contracts > 0 ? -2 : 2);
        Assert.Equal(((decimal)cash, equity, equity), (account.Cash, account.Equity([1_000], out double gross), account.Equity([1_000])));
        Assert.Equal((1.0, 1.0, 1_000.0), (gross, account.Value(0, 1_000), account.PriceAt(0, 1)));
    }

    [Fact]
    public void Inverse_contracts_that_are_not_held_are_worth_nothing_at_any_price()
    {
        Account account = Of(2m, Inverse);
        Assert.Equal((0.0, 2.0), (account.Value(0, 0), account.Equity([0], out double gross)));
        Assert.Equal(0, gross);
    }

    [Fact]
    public void An_inverse_instrument_is_alone_in_its_account()
    {
        var error = Assert.Throws<ArgumentException>(() => Of(2m, Accounts.Linear with { Symbol = "A" }, Inverse));
        Assert.Equal(
            "TEST is inverse: its account is in its base currency and can hold no other symbol; the run has A, TEST. Run each in a separate account.", error.Message);
        Assert.False(Of(2m).IsInverse);
    }

    [Fact]
    public void The_average_true_range_is_known_after_fifteen_candles()
    {
        SymbolBook book = Accounts.Of().Symbols[0];
        for (int i = 0; i < 15; i++)
        {
            Assert.Equal(double.NaN, book.Atr);
            book.Measure(new Candle(Market.Start, 100, 103, 99, 100, 1));
        }

        Assert.Equal(4, book.Atr, 1e-12);
    }

    [Fact]
    public void Books_know_their_symbols_and_name_them_when_asked_for_another()
    {
        TradingBooks books = Accounts.OfSeveral(1_000m, "A", "B");
        Assert.Same(books.Symbols[1], books.BookOf("B"));
        Assert.Equal((0, 1), (books.Symbols[0].Index, books.Symbols[1].Index));
        var error = Assert.Throws<ArgumentException>("symbol", () => books.BookOf("C"));
        Assert.StartsWith("'C' is not part of the run; it has A, B.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_notional_of_an_order_is_in_quote_currency()
    {
        TradingBooks books = Accounts.Of(mark: 110), inverse = Accounts.Of(Inverse, mark: 110);
        Assert.Equal(220, books.Notional(2, books.Symbols[0]));
        Assert.Equal(200, inverse.Notional(2, inverse.Symbols[0]));
    }

    [Theory]
    [InlineData(3, OrderSide.Sell, 2, 2, false)]
    [InlineData(3, OrderSide.Sell, 3, 3, true)]
    [InlineData(3, OrderSide.Sell, 5, 3, false)]
    [InlineData(3, OrderSide.Buy, 3, 0, false)]
    [InlineData(-3, OrderSide.Buy, 2, 2, false)]
    [InlineData(-3, OrderSide.Buy, 3, 3, true)]
    [InlineData(-3, OrderSide.Sell, 3, 0, false)]
    [InlineData(0, OrderSide.Sell, 3, 0, false)]
    [InlineData(0, OrderSide.Buy, 3, 0, false)]
    public void An_order_closes_so_much_as_it_takes_from_the_position(double held, OrderSide side, double quantity, double closing, bool whole)
    {
        TradingBooks books = Accounts.Of();
        if (held != 0)
            books.Trade((decimal)held, 100);
        Order order = Accounts.Order(side, (decimal)quantity);
        Assert.Equal(((decimal)closing, whole), (books.Closing(order), books.Closes(order)));
    }

    [Fact]
    public void Costs_are_summed_by_kind()
    {
        TradingBooks books = Accounts.Of();
        books.Trade(2, 100, fee: 1);
        books.Trade(-2, 110, fee: 3);
        books.Fills.Add() = new FillEntry { Side = OrderSide.Buy, Quantity = 1, Paid = 104, Shown = 104, Met = 100 };
        books.Fills.Add() = new FillEntry { Side = OrderSide.Sell, Quantity = 1, Paid = 97, Shown = 97, Met = 100 };
        FundingPayment[] funding = [new(Market.Start, "TEST", 5), new(Market.Start, "TEST", -2)];
        BorrowPayment[] interest = [new(Market.Start, "TEST", 0.5m), new(Market.Start, "TEST", 0.25m)];
        Assert.Equal(new Costs(Fees: 4, Slippage: 4 + 3, Turnover: 420 + 104 + 97, Funding: 3, Borrowing: 0.75m), Costs.Of(books.Fills, funding, interest));
        Assert.Equal(10, new Costs(1, 2, 100, 3, 4).Total);
    }

    [Theory]
    [InlineData(2, 102, 90)] // 2 long: only the highest counts
    [InlineData(-2, 110, 95)]
    public void The_best_price_is_the_highest_of_a_long_and_the_lowest_of_a_short(double held, double first, double second)
    {
        SymbolBook book = Accounts.Of().Symbols[0];
        book.Best = 100;
        book.See(102, 95, held);
        Assert.Equal(held > 0 ? 102 : 95, book.Best);
        book.See(first, second, held);
        Assert.Equal(held > 0 ? 102 : 95, book.Best);
        book.See(200, 1, held: 0);
        Assert.Equal(held > 0 ? 102 : 95, book.Best);
    }

    [Fact]
    public void A_change_of_orders_or_levels_is_counted()
    {
        SymbolBook book = Accounts.Of().Symbols[0];
        book.Changed();
        book.Changed();
        Assert.Equal(2, book.Version);
    }

    private static Account Of(decimal cash, params Instrument[] instruments) => new(cash, instruments);
}
