using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>What holds whatever is traded, on whatever candles, under whatever conditions.</summary>
public class RandomRunTests
{
    private const int Runs = 2_000;

    [Fact]
    public void Every_property_holds_and_runs_beside_others_give_the_same_bits()
    {
        int liquidations = 0, isolated = 0, steps = 0, inverse = 0, borrowed = 0;
        string[] alone = [.. Enumerable.Range(0, Runs).Select(seed =>
        {
            BacktestResult run = RandomRuns.Run(seed);
            Check(seed, run);
            liquidations += run.Liquidations.Count;
            isolated += run.Options.Margin.Mode == MarginMode.Isolated ? run.Liquidations.Count : 0;
            steps += run.Liquidations.Count(l => run.Orders[(int)l.Order - 1].Quantity < HeldBefore(run, l));
            inverse += run.Fills.Count(f => f.ContractValue > 0);
            borrowed += run.Borrowing.Count;
            return run.Manifest.ResultHash;
        })];
        Assert.True(
            new[] { liquidations, isolated, inverse, borrowed }.Min() > 50 && steps > 5,
            $"too few cases: {liquidations} liquidations, {isolated} of them isolated, {steps} steps, {inverse} inverse fills, {borrowed} payments of interest");
        string[] beside = new string[Runs];
        Parallel.For(0, Runs, seed => beside[seed] = RandomRuns.Run(seed).Manifest.ResultHash);
        Assert.Equal(alone, beside);
    }

    private static void Check(int seed, BacktestResult run)
    {
        decimal cash = run.Options.Cash - run.Fills.Sum(f => f.Paid + f.Fee) - run.Funding.Sum(f => f.Amount) - run.Borrowing.Sum(b => b.Amount);
        Assert.True(cash == run.FinalCash, $"seed {seed}: the ledger says {run.FinalCash}, its entries {cash}");
        CandleSeries candles = run.Series[0];
        Instrument instrument = run.Options.Instruments["TEST"];
        decimal held = run.Fills.Sum(f => f.SignedQuantity);
        double position = (double)held * instrument.UnitValue(candles.Close[^1]) * (instrument.IsInverse ? -1 : 1);
        Assert.True(Math.Abs((double)cash + position - run.Equity.Final) < 1e-6, $"seed {seed}: equity");
        CheckLiquidations(seed, run);

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

    private static decimal HeldBefore(BacktestResult run, Liquidation liquidation) =>
        Math.Abs(run.Fills.TakeWhile(f => f.Order != liquidation.Order).Sum(f => f.SignedQuantity));

    private static void CheckLiquidations(int seed, BacktestResult run)
    {
        Assert.Equal(run.Liquidations.Select(l => l.Order), run.Fills.Where(f => f.Kind == FillKind.Liquidation).Select(f => f.Order));
        foreach (Liquidation liquidation in run.Liquidations)
        {
            Assert.True(liquidation.Equity <= liquidation.MaintenanceMargin * (1 + 1e-9) + 1e-9, $"seed {seed}: liquidated with margin left");
            Assert.Contains(run.Trades, t => t.IsLiquidated && (t.ExitTime == liquidation.Time || run.Options.Margin.Stepwise));
        }
    }

    private static void CheckFill(int seed, BacktestResult run, CandleSeries candles, Fill fill)
    {
        Order order = run.Orders.Single(o => o.Id == fill.Order);
        Assert.True(fill.Time >= order.CreatedAt, $"seed {seed}: order {order.Id} filled before it was given");
        Assert.True(fill.Quantity > 0 && fill.Quantity <= order.Quantity, $"seed {seed}: order {order.Id} overfilled");

        // A fill at an open bears the open time, one inside a candle the close time.
        double met = MetBy(fill), price = (double)fill.Price;
        long time = UnixTime.FromDateTime(fill.Time);
        bool inside = Enumerable.Range(0, candles.Count).Any(i =>
            (candles.OpenTimes[i] == time || candles.OpenTimes[i] + 60_000 == time)
                && price >= candles.Low[i] && price <= candles.High[i] && met >= candles.Low[i] - 0.011 && met <= candles.High[i] + 0.011);
        Assert.True(inside, $"seed {seed}: order {order.Id} filled at {price} having met {met}, outside its candle");
    }

    /// <summary>The price that a fill met before slippage.</summary>
    private static double MetBy(Fill fill)
    {
        double value = (double)Math.Abs(fill.Paid), slippage = (double)fill.Slippage, quantity = (double)fill.Quantity;
        bool inverse = fill.ContractValue > 0;
        value += fill.Side == OrderSide.Buy == inverse ? slippage : -slippage;
        return inverse ? quantity * (double)fill.ContractValue / value : value / quantity;
    }
}
