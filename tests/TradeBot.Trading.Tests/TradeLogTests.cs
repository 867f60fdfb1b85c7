using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>Fills grouped into round trips, by hand.</summary>
public class TradeLogTests
{
    [Fact]
    public void Entries_and_exits_are_averaged_and_fees_are_summed()
    {
        TradingBooks books = Accounts.Of();
        books.Trade(1, 100, fee: 1, minute: 1);
        books.Trade(3, 120, fee: 2, minute: 2);
        books.Trade(-2, 130, fee: 3, minute: 3);
        Assert.Equal((0, 115m, 115.0), (books.Trades.Count, books.Trades.EntryPrice(0), books.Trades.EntryEstimate(0)));
        books.Trade(-2, 150, fee: 4, minute: 4);
        Trade trade = books.Trades.TradeAt(books.Trades.Count - 1);
        Assert.Equal(
            new Trade("TEST", true, Market.Start.AddMinutes(1), Market.Start.AddMinutes(4), 4, 115, 140, 10, 90, false) { EntryValue = 460, ExitReason = ExitReason.Signal }, trade);
        Assert.Equal((0m, 0.0), (books.Trades.EntryPrice(0), books.Trades.EntryEstimate(0)));
        Assert.Equal((90 / 460.0, TimeSpan.FromMinutes(3)), (trade.Return, trade.Duration));
    }

    [Fact]
    public void A_short_earns_as_the_price_falls()
    {
        TradingBooks books = Accounts.Of();
        books.Trade(-2, 100);
        books.Trade(-2, 90);
        books.Trade(4, 80);
        Trade trade = Only(books);
        Assert.Equal((false, 4m, 95m, 80m, 60m), (trade.IsLong, trade.Quantity, trade.EntryPrice, trade.ExitPrice, trade.Profit));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_fill_across_zero_is_split_by_quantity_with_its_fee(int side)
    {
        TradingBooks books = Accounts.Of();
        books.Trade(3 * side, 100, fee: 1, minute: 1);
        books.Trade(-5 * side, 110, fee: 5, minute: 2);
        books.Trade(2 * side, 120, fee: 2, minute: 3);
        Assert.Equal(2, books.Trades.Count);
        Trade first = books.Trades.TradeAt(0), second = books.Trades.TradeAt(1);
        Assert.Equal((3m, 4m, 30m * side - 4), (first.Quantity, first.Fees, first.Profit));
        Assert.Equal((side > 0, side < 0), (first.IsLong, second.IsLong));
        Assert.Equal((2m, 110m, 120m, 4m, -20m * side - 4), (second.Quantity, second.EntryPrice, second.ExitPrice, second.Fees, second.Profit));
        Assert.Equal((Market.Start.AddMinutes(2), Market.Start.AddMinutes(2)), (first.ExitTime, second.EntryTime));
    }

    [Fact]
    public void What_is_open_at_the_end_is_valued_at_the_last_price()
    {
        TradingBooks books = Accounts.OfSeveral(1_000m, "A", "B");
        books.Trade(4, 100, fee: 1, minute: 1);
        books.Trade(-1, 120, fee: 1, minute: 2);
        books.Trades.End(Market.Start.AddMinutes(9), [140, 7]);
        Trade trade = Only(books);
        Assert.Equal((true, 4m, 100m, 135m, 138m), (trade.IsOpen, trade.Quantity, trade.EntryPrice, trade.ExitPrice, trade.Profit)); // 120 + 3 · 140 over 4
        Assert.Equal((Market.Start.AddMinutes(9), ExitReason.End, "A"), (trade.ExitTime, trade.ExitReason, trade.Symbol));
    }

    [Fact]
    public void Nothing_is_ended_where_nothing_is_held()
    {
        TradingBooks books = Accounts.Of();
        books.Trade(1, 100);
        books.Trade(-1, 100);
        books.Trades.End(Market.Start, [100]);
        Assert.False(Only(books).IsOpen);
    }

    [Fact]
    public void Prices_of_inverse_contracts_are_harmonic_means()
    {
        // 10 contracts of 100 at 500 are 2 of base and 10 at 1,000 are 1: 2,000 / 3 on average. Closed at 2,000 they are worth 1.
        TradingBooks books = Accounts.Of(new Instrument("TEST", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m), cash: 2m);
        books.Trade(10, 500);
        books.Trade(10, 1_000);
        Assert.Equal(2_000m / 3, books.Trades.EntryPrice(0), 10);
        books.Trade(-10, 2_000);
        books.Trade(-10, 2_000);
        Trade trade = Only(books);
        Assert.Equal((3m, 2_000m, 2m, 20m), (trade.EntryValue, trade.ExitPrice, trade.Profit, trade.Quantity));
        books.Trade(-10, 500);
        books.Trades.End(Market.Start, [1_000]);
        Trade shorted = books.Trades.TradeAt(1);
        Assert.Equal((false, 500m, 1_000m, -1m), (shorted.IsLong, shorted.EntryPrice, shorted.ExitPrice, shorted.Profit));
    }

    [Fact]
    public void A_single_price_of_inverse_contracts_is_kept_though_their_value_is_rounded()
    {
        // 10 contracts of 100 at 300 are 3.33333333 of base, and 1,000 / 3.33333333 is not 300.
        TradingBooks books = Accounts.Of(new Instrument("TEST", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m), cash: 9m);
        books.Trade(10, 300);
        Assert.Equal(300m, books.Trades.EntryPrice(0));
        books.Trade(-10, 700);
        Assert.Equal((300m, 700m), (Only(books).EntryPrice, Only(books).ExitPrice));
    }

    [Fact]
    public void Inverse_contracts_whose_value_rounds_to_nothing_have_no_average()
    {
        TradingBooks books = Accounts.Of(new Instrument("TEST", InstrumentKind.Inverse, 0.5m, 1m));
        books.Trade(1, 1_000_000_000_000m);
        books.Trade(1, 1_000_000_000_000m);
        Assert.Equal(0m, books.Trades.EntryPrice(0));
    }

    [Fact]
    public void Of_fills_beyond_the_candle_the_price_paid_counts()
    {
        // 2 paid 106 each and showed 105; closed whole at 110 while showing 111.
        TradingBooks books = Accounts.Of();
        Add(books, OrderSide.Buy, 2, paid: 106, shown: 105);
        Assert.Equal((106m, 106.0), (books.Trades.EntryPrice(0), books.Trades.EntryEstimate(0)));
        Add(books, OrderSide.Sell, 2, paid: 110, shown: 111);
        Trade trade = Only(books);
        Assert.Equal((106m, 110m, 8m), (trade.EntryPrice, trade.ExitPrice, trade.Profit));
    }

    [Fact]
    public void An_entry_without_a_tick_is_estimated_by_the_price_that_was_met()
    {
        TradingBooks books = Accounts.Of(Instrument.Default("TEST"));
        double odd = 0.1 + 0.2; // decimal takes 0.3 from it
        ref FillEntry fill = ref books.Fills.Add();
        fill = new FillEntry { Side = OrderSide.Buy, Quantity = 1, Paid = 0.3m, Shown = 0.3m, Met = odd };
        Assert.Equal((0.3m, odd), (books.Trades.EntryPrice(0), books.Trades.EntryEstimate(0)));
        Add(books, OrderSide.Buy, 1, 0.3m, 0.3m);
        Assert.Equal(0.3, books.Trades.EntryEstimate(0)); // of two an average
    }

    [Fact]
    public void A_trade_any_part_of_which_was_liquidated_says_so_and_the_next_begins_without()
    {
        TradingBooks books = Accounts.Of();
        Add(books, OrderSide.Buy, 3, 100, 100);
        Add(books, OrderSide.Sell, 1, 80, 80, FillKind.Liquidation);
        Add(books, OrderSide.Sell, 1, 80, 80, FillKind.Liquidation);
        Add(books, OrderSide.Sell, 1, 90, 90);
        Add(books, OrderSide.Buy, 1, 90, 90);
        Add(books, OrderSide.Sell, 1, 90, 90);
        Assert.Equal([true, false], Enumerable.Range(0, books.Trades.Count).Select(i => books.Trades.TradeAt(i).IsLiquidated));
    }

    [Fact]
    public void A_trade_inside_a_candle_is_known_to_have_been_left_there()
    {
        TradingBooks books = Accounts.Of();
        Add(books, OrderSide.Buy, 1, 100, 100);
        Add(books, OrderSide.Sell, 1, 100, 100, inside: true);
        Add(books, OrderSide.Buy, 1, 100, 100, inside: true);
        Add(books, OrderSide.Sell, 1, 100, 100);
        Add(books, OrderSide.Buy, 1, 100, 100, inside: true);
        books.Trades.End(Market.Start, [100]);
        Assert.Equal([true, false, false], Enumerable.Range(0, books.Trades.Count).Select(i => books.Trades[i].ExitsInside));
    }

    [Fact]
    public void The_value_entered_is_that_of_quantity_and_price_unless_it_is_stated()
    {
        var trade = new Trade("TEST", true, Market.Start, Market.Start, 4, 115, 140, 10, 90, false);
        Assert.Equal((460m, 500m), (trade.EntryValue, (trade with { EntryValue = 500 }).EntryValue));
        Assert.Equal((double.NaN, double.NaN, null), (trade.AdverseExcursion, trade.FavourableExcursion, trade.ExitReason));
    }

    private static Trade Only(TradingBooks books)
    {
        Assert.Equal(1, books.Trades.Count);
        return books.Trades.TradeAt(0);
    }

    private static void Add(TradingBooks books, OrderSide side, decimal quantity, decimal paid, decimal shown, FillKind kind = FillKind.Order, bool inside = false)
    {
        ref FillEntry fill = ref books.Fills.Add();
        fill = new FillEntry { Side = side, Quantity = quantity, Paid = paid, Shown = shown, Met = (double)shown, Kind = kind, IsInside = inside };
    }
}
