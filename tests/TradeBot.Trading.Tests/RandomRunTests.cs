using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>What holds whatever is traded, on whatever candles, under whatever conditions.</summary>
public class RandomRunTests
{
    private const int Runs = 2_000;

    [Fact]
    public void Every_property_holds_and_runs_beside_others_give_the_same_bits()
    {
        string[] alone = [.. Enumerable.Range(0, Runs).Select(seed =>
        {
            BacktestResult run = RandomRuns.Run(seed);
            Check(seed, run);
            return run.Manifest.ResultHash;
        })];
        string[] beside = new string[Runs];
        Parallel.For(0, Runs, seed => beside[seed] = RandomRuns.Run(seed).Manifest.ResultHash);
        Assert.Equal(alone, beside);
    }

    private static void Check(int seed, BacktestResult run)
    {
        decimal cash = run.Options.Cash - run.Fills.Sum(f => f.SignedQuantity * f.Price + f.Fee) - run.Funding.Sum(f => f.Amount);
        Assert.True(cash == run.FinalCash, $"seed {seed}: the ledger says {run.FinalCash}, its entries {cash}");
        CandleSeries candles = run.Series[0];
        decimal held = run.Fills.Sum(f => f.SignedQuantity);
        Assert.True(Math.Abs((double)(cash + held * (decimal)candles.Close[^1]) - run.Equity.Final) < 1e-6, $"seed {seed}: equity");

        foreach (Fill fill in run.Fills)
            CheckFill(seed, run, candles, fill);
        foreach (Order order in run.Orders)
        {
            Assert.True(order.State.IsFinal(), $"seed {seed}: order {order.Id} is left {order.State}");
            Assert.True(order.State == OrderState.Filled == (order.Remaining == 0 && order.Reason is null) || order.Reason is not null, $"seed {seed}: order {order.Id} ended without a reason");
        }

        foreach (AmbiguousExit exit in run.Ambiguity.Exits)
            Assert.True(exit.Chosen == exit.Pessimistic || exit.Chosen == exit.Optimistic, $"seed {seed}: an ambiguous exit is neither bound");
    }

    private static void CheckFill(int seed, BacktestResult run, CandleSeries candles, Fill fill)
    {
        Order order = run.Orders.Single(o => o.Id == fill.Order);
        Assert.True(fill.Time >= order.CreatedAt, $"seed {seed}: order {order.Id} filled before it was given");
        Assert.True(fill.Quantity > 0 && fill.Quantity <= order.Quantity, $"seed {seed}: order {order.Id} overfilled");

        // A fill at an open bears the open time, one inside a candle the close time.
        double met = (double)(fill.Side == OrderSide.Buy ? fill.Price - fill.Slippage / fill.Quantity : fill.Price + fill.Slippage / fill.Quantity);
        long time = UnixTime.FromDateTime(fill.Time);
        bool inside = Enumerable.Range(0, candles.Count).Any(i =>
            (candles.OpenTimes[i] == time || candles.OpenTimes[i] + 60_000 == time) && met >= candles.Low[i] - 0.011 && met <= candles.High[i] + 0.011);
        Assert.True(inside, $"seed {seed}: order {order.Id} filled at {met}, outside its candle");
    }
}
