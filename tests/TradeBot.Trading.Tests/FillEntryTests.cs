using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>What a fill shows of an entry of the log.</summary>
public class FillEntryTests
{
    /// <summary>One that decimal does not hold: it takes 0.3 from it, which is another double.</summary>
    private const double Odd = 0.1 + 0.2;

    private static readonly Instrument Free = Instrument.Default("TEST");

    [Theory]
    [InlineData(Odd, double.NaN, double.NaN, Odd)] // the price met
    [InlineData(0.29, Odd, double.NaN, Odd)] // the highest of the candle
    [InlineData(0.29, 0.29999999999999993, double.NaN, 0.29999999999999993)] // just below what decimal takes from it
    [InlineData(0.31, 0.4, Odd, Odd)] // the lowest
    [InlineData(0.31, 0.4, 0.29999999999999993, 0.29999999999999993)]
    [InlineData(0.29, 0.4, 0.2, 0.3)] // somewhere between
    [InlineData(0.29, double.NaN, double.NaN, 0.3)]
    public void Without_a_tick_an_estimate_is_the_price_that_it_came_from(double met, double high, double low, double expected) =>
        Assert.Equal(expected, FillEntry.EstimateOf(Free, 0.3m, met, high, low));

    [Fact]
    public void With_a_tick_an_estimate_is_the_tick() =>
        Assert.Equal(0.3, FillEntry.EstimateOf(Free with { TickSize = 0.1m }, 0.3m, Odd, Odd, Odd));

    [Fact]
    public void A_price_that_is_only_near_is_another() =>
        Assert.Equal(0.3, FillEntry.EstimateOf(Free, 0.3m, 0.3 * (1 + 5e-14), 0.3 * (1 + 5e-14), 0.3 * (1 - 5e-14)));

    [Theory]
    [InlineData(OrderSide.Buy, 102, 101, 100, 4, 2)] // 2 paid 102, shown 101, met 100
    [InlineData(OrderSide.Sell, 98, 99, 100, 4, 2)]
    [InlineData(OrderSide.Buy, 102, 102, 100, 4, 0)]
    [InlineData(OrderSide.Buy, 100, 100, 100, 0, 0)]
    [InlineData(OrderSide.Buy, 99, 99, 100, 0, 0)] // better than met
    [InlineData(OrderSide.Sell, 101, 101, 100, 0, 0)]
    [InlineData(OrderSide.Buy, 102, 102, 0, 0, 0)] // what was met is not known
    public void Slippage_is_what_the_price_paid_is_worse_and_impact_what_the_candle_does_not_show(OrderSide side, double paid, double shown, double met, double slippage, double impact)
    {
        Fill fill = Entry(side, paid, shown, met).ToFill(Accounts.Linear);
        Assert.Equal(((decimal)slippage, (decimal)impact, (decimal)shown), (fill.Slippage, fill.Impact, fill.Price));
        Assert.Equal((side == OrderSide.Buy ? 2 : -2) * (decimal)paid, fill.Paid);
    }

    [Theory]
    [InlineData(OrderSide.Buy, 400, 500)] // 2 contracts of 100: 0.5 of base instead of 0.4 is owed
    [InlineData(OrderSide.Sell, 500, 400)]
    public void An_inverse_fill_is_worse_where_more_is_owed_or_less_is_paid_back(OrderSide side, double met, double paid)
    {
        Fill fill = Entry(side, paid, paid, met).ToFill(new Instrument("TEST", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m));
        Assert.Equal((0.1m, 100m), (fill.Slippage, fill.ContractValue));
        Assert.Equal(0m, Entry(side, met, met, paid).ToFill(new Instrument("TEST", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m)).Slippage);
    }

    [Fact]
    public void A_fill_is_read_as_it_was_booked()
    {
        TradingBooks books = Accounts.Of();
        ref FillEntry entry = ref books.Fills.Add();
        entry = Entry(OrderSide.Sell, 100, 100, 100);
        (entry.Fee, entry.Time, entry.Order, entry.Kind, entry.IsMaker, entry.Reason, entry.Reduces) = (3, 60_000, 9, FillKind.Liquidation, true, ExitReason.Target, true);
        Assert.Equal(
            new Fill(DateTime.UnixEpoch.AddMinutes(1), "TEST", OrderSide.Sell, 2, 100, 3, 0, 9, true, FillKind.Liquidation, 0, 0, ExitReason.Target), Assert.Single(books.Fills));
        entry.Reduces = false;
        Assert.Null(books.Fills[0].Exit);
        Assert.Equal(-2, entry.SignedQuantity);
        entry.Side = OrderSide.Buy;
        Assert.Equal(2, entry.SignedQuantity);
    }

    [Fact]
    public void A_log_of_many_keeps_each_in_its_place()
    {
        TradingBooks books = Accounts.Of();
        for (int i = 0; i < 1_300; i++)
            books.Trade(i % 2 == 0 ? 1 : -1, 100 + i);
        Assert.Equal(Enumerable.Range(100, 1_300).Select(i => (decimal)i), books.Fills.Select(f => f.Price));
        Assert.Equal(Enumerable.Range(0, 650).Select(_ => 1m), Enumerable.Range(0, books.Trades.Count).Select(i => books.Trades.TradeAt(i).Profit));
        Assert.Equal(1_399, books.Fills.At(1_299).Paid);
        Assert.Equal(1_300, ((System.Collections.IEnumerable)books.Fills).Cast<Fill>().Count());
        Assert.StartsWith("There are 1300 fills.", Assert.Throws<ArgumentOutOfRangeException>("index", () => books.Fills[1_300]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => books.Fills[-1]);
    }

    private static FillEntry Entry(OrderSide side, double paid, double shown, double met) =>
        new() { Side = side, Quantity = 2, Paid = (decimal)paid, Shown = (decimal)shown, Met = met };
}
