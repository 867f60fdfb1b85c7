using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Reporting.Tests.Reports;

public class BacktestComparisonTests
{
    private static readonly CandleSeries Candles = Samples.Walk(1500, Timeframe.OneHour);
    private static readonly BacktestRecord Cheap = BacktestRecord.Of(Backtest.Run(Candles, new SmaCross(5, 20)));
    private static readonly BacktestRecord Dear = BacktestRecord.Of(Backtest.Run(Candles, new SmaCross(5, 20), new BacktestOptions { Fees = new FeeSchedule(0.0002m, 0.001m) }));

    [Fact]
    public void A_change_of_the_fee_is_the_one_condition_that_differs_and_the_figures_that_moved_are_listed()
    {
        Report report = BacktestComparison.Create(Cheap, Dear, ("cheap", "dear"));
        string text = report.ToText();

        Assert.Contains("What differs: fees (in strategy, conditions and data)", text, StringComparison.Ordinal);
        Assert.Contains("maker 0.0002, taker 0.00055", text, StringComparison.Ordinal);
        Assert.Contains("maker 0.0002, taker 0.001", text, StringComparison.Ordinal);
        string moved = text[text.IndexOf("Figures that changed", StringComparison.Ordinal)..text.IndexOf("\nMonths\n", StringComparison.Ordinal)];
        Assert.Contains("Total return", moved[..moved.IndexOf("Buy and hold", StringComparison.Ordinal)], StringComparison.Ordinal);
        string facts = text[..text.IndexOf("Horizontal axis", StringComparison.Ordinal)];
        Assert.Contains($"Costs paid: {Cheap.Costs.Total:N2} → {Dear.Costs.Total:N2}", facts, StringComparison.Ordinal);
        Assert.Contains("Trials counted: unknown", text, StringComparison.Ordinal);
        Assert.Contains("Holdout: unknown", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SHA-256", facts, StringComparison.Ordinal);
        Assert.Contains("percentage points less than cheap. Only one thing differs: fees.", text.Split('\n')[2], StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", facts, StringComparison.Ordinal);
    }

    [Fact]
    public void Unchanged_figures_are_not_among_the_changed_ones()
    {
        string text = BacktestComparison.Create(Cheap, Dear).ToMarkdown();
        string moved = text[text.IndexOf("**Figures that changed**", StringComparison.Ordinal)..text.IndexOf("**Every figure**", StringComparison.Ordinal)];

        Assert.Contains("| Fees |", moved, StringComparison.Ordinal);
        Assert.DoesNotContain("| Buy and hold |", moved, StringComparison.Ordinal);
        Assert.DoesNotContain("| Trades |", moved, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_twice_differs_in_nothing()
    {
        string text = BacktestComparison.Create(Cheap, Cheap).ToText();

        Assert.Contains("What differs: nothing", text, StringComparison.Ordinal);
        Assert.Contains("Both runs gave the same result, bit-identical.", text, StringComparison.Ordinal);
        Assert.Contains("Every figure is the same.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_on_other_candles_do_not_compare()
    {
        BacktestRecord other = BacktestRecord.Of(Backtest.Run(Candles.Slice(0, 1000), new SmaCross(5, 20)));

        Assert.Contains("The two runs have different candles", BacktestComparison.Create(Cheap, other).ToText(), StringComparison.Ordinal);
    }
}
