using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>The rule table of borrowed coins, row by row.</summary>
public class BorrowTests
{
    private const string S = "TEST";

    private static readonly BacktestOptions Spot = Market.Free with
    {
        Cash = 10_000m,
        Borrow = new Dictionary<string, BorrowRate> { [S] = BorrowRate.PerHour(0.001m) },
        Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Spot, 0.01m, 0.1m) },
    };

    [Fact]
    public void A_short_pays_each_full_hour_on_the_last_close()
    {
        // Minutes 0 to 125: short 10 from minute 1 on; at 01:00 the last close is 100, at 02:00 it is 110.
        CandleSeries candles = Market.Of(S, [.. Enumerable.Range(0, 126).Select(i => (i, i < 90 ? 100.0 : 110, i < 90 ? 100.0 : 110))]);
        BacktestResult run = Run(candles, -10, Spot);
        Assert.Equal(
            [new BorrowPayment(Market.Start.AddHours(1), S, 1m), new BorrowPayment(Market.Start.AddHours(2), S, 1.1m)], run.Borrowing);
        Assert.Equal((2.1m, 2.1m, 1), (run.Costs.Borrowing, run.Costs.Total, run.Fills.Count));
        Assert.Equal(10_000m + 1000m - 2.1m, run.FinalCash);
    }

    [Fact]
    public void Who_enters_at_a_full_hour_has_not_yet_borrowed_and_who_covers_has()
    {
        CandleSeries candles = Market.Of(S, [.. Enumerable.Range(59, 63).Select(i => (i, 100.0, 100.0))]);
        BacktestResult run = Backtest.Run(candles, Market.Ordering((moment, desk) =>
        {
            if (moment is 0 or 60)
                desk.Submit(OrderRequest.Market(S, moment == 0 ? OrderSide.Sell : OrderSide.Buy, 10));
        }), Spot);
        Assert.Equal([Market.Start.AddHours(1), Market.Start.AddHours(2)], run.Fills.Select(f => f.Time));
        Assert.Equal(Market.Start.AddHours(2), Assert.Single(run.Borrowing).Time);
    }

    [Fact]
    public void A_long_pays_nothing()
    {
        Assert.Empty(Run(Market.Of(S, [.. Enumerable.Range(0, 126).Select(i => (i, 100.0, 100.0))]), 10, Spot).Borrowing);
    }

    [Fact]
    public void Hours_in_a_gap_are_paid_at_the_next_open()
    {
        BacktestResult run = Run(Market.Of(S, (0, 100, 100), (1, 100, 100), (200, 50, 50)), -10, Spot);
        Assert.Equal([1m, 1m, 1m], run.Borrowing.Select(b => b.Amount));
    }

    [Fact]
    public void A_daily_rate_is_due_in_24_parts() => Assert.Equal(0.001m, BorrowRate.PerDay(0.024m).Hourly);

    [Fact]
    public void A_rate_for_a_contract_is_refused()
    {
        BacktestOptions options = Spot with { Instruments = new Dictionary<string, Instrument>() };
        var error = Assert.Throws<ArgumentException>(() => Run(Market.OfCloses(100, 100), -10, options));
        Assert.Contains("TEST is Linear and borrows nothing", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => BorrowRate.PerHour(-0.1m));
    }

    private static BacktestResult Run(CandleSeries candles, decimal quantity, BacktestOptions options) =>
        Backtest.Run(candles, Market.Ordering((moment, desk) => _ = moment == 0
            ? desk.Submit(OrderRequest.Market(S, quantity > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(quantity)))
            : null), options);
}
