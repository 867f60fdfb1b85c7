using TradeBot.MarketData;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading.Tests;

public class HoldingBenchmarkTests
{
    private static readonly CandleSeries Doubling = Days("AAA", 0, 100, 110, 150, 200), Halving = Days("BBB", 0, 50, 50, 30, 25);

    [Fact]
    public void All_symbols_are_held_in_equal_parts_whatever_their_order()
    {
        PerformanceSummary one = Run([Doubling, Halving]).Performance, other = Run([Halving, Doubling]).Performance;

        // (200/100 + 25/50) / 2 − 1.
        Assert.Equal(0.25, one.BuyAndHoldReturn, 1e-12);
        Assert.Equal(one.Figures, other.Figures); // to the last bit
        Assert.False(double.IsNaN(one.Benchmark.Beta));
    }

    [Fact]
    public void Three_symbols_in_any_order_give_the_same_bits()
    {
        CandleSeries third = Days("CCC", 1, 7, 8, 7.5);
        BacktestResult[] runs = [Run([Doubling, Halving, third]), Run([third, Doubling, Halving]), Run([Halving, third, Doubling])];

        Assert.Equal((2 + 0.5 + 7.5 / 7) / 3 - 1, runs[0].Performance.BuyAndHoldReturn, 1e-12);
        Assert.All(runs, run => Assert.Equal(runs[0].Performance.Benchmark, run.Performance.Benchmark));
    }

    [Fact]
    public void A_named_symbol_is_held_alone()
    {
        Assert.Equal(1, Run([Halving, Doubling], "AAA").Performance.BuyAndHoldReturn, 1e-12);
        Assert.Equal(-0.5, Run([Doubling, Halving], "BBB").Performance.BuyAndHoldReturn, 1e-12);
        Assert.Equal("AAA", Run([Halving, Doubling], "AAA").Manifest.Options["benchmark"]);
    }

    [Fact]
    public void A_symbol_that_the_run_does_not_have_is_refused()
    {
        string message = Assert.Throws<ArgumentException>(() => Run([Doubling, Halving], "CCC")).Message;
        Assert.Contains("The benchmark 'CCC' is not a symbol of the run; accepted are AAA, BBB.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_waits_in_cash_for_a_later_first_close()
    {
        CandleSeries late = Days("LATE", 2, 10, 15);
        var holding = HoldingBenchmark.Of([Doubling, late]);

        // Closes of days 0 to 3: AAA at 100, 110, 150, 200; LATE from day 2 at 10, 15.
        Assert.Equal([1, 1.05, 1.25, 1.75], holding.ValuesAt([.. Enumerable.Range(1, 4).Select(d => UnixTime.FromDateTime(Market.Start.AddDays(d)))]));
        Assert.Equal("equal parts of AAA, LATE", holding.Name);
    }

    [Fact]
    public void The_length_of_a_run_counts_from_the_earliest_symbol()
    {
        CandleSeries early = Days("ZZZ", 0, [.. Enumerable.Range(0, 60).Select(i => 100.0 + i % 7)]), late = Days("AAA", 50, [.. Enumerable.Range(0, 10).Select(i => 50.0 + i)]);

        PerformanceSummary one = Run([late, early]).Performance, other = Run([early, late]).Performance;
        Assert.Equal(one.Figures, other.Figures);
        Assert.False(double.IsNaN(one.AnnualReturn)); // 60 days, not 10
    }

    private static BacktestResult Run(CandleSeries[] series, string? benchmark = null) => Backtest.Run(
        series, Market.Deciding((_, targets) =>
        {
            for (int i = 0; i < targets.Count; i++)
                targets[i] = 0;
            targets[Array.FindIndex(series, s => s.Close[0] == series.Max(one => one.Close[0]))] = 0.5;
        }), Market.Free with { Benchmark = benchmark });

    private static CandleSeries Days(string symbol, int first, params double[] closes) => new(
        symbol, Timeframe.OneDay, closes.Select((_, i) => UnixTime.FromDateTime(Market.Start.AddDays(first + i))).ToArray(),
        closes, closes, closes, closes, closes);
}
