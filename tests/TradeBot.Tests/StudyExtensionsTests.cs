using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Tests;

public class StudyExtensionsTests
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(count: 20_000, seed: 3);

    [Fact]
    public void A_sweep_backtests_every_combination_that_the_constraint_allows()
    {
        StudyResult study = Sweep(parallelism: 2);
        Assert.Equal(["fast=5 slow=10", "fast=5 slow=20", "fast=15 slow=20"], study.Trials.Select(t => t.Parameters.ToString().Replace(", ", " ", StringComparison.Ordinal)));
        Assert.Equal(Candles.ContentHash, study.DataHash);

        Trial trial = study.Trials[1];
        PerformanceSummary alone = Backtest.Run(Candles, new SmaCross(5, 20)).Performance;
        Assert.Equal(alone.Sharpe, trial.Value);
        Assert.Equal(alone.PeriodReturns.ToArray(), trial.Returns.ToArray());
    }

    [Fact]
    public void A_sweep_gives_the_same_bits_at_any_number_of_threads()
    {
        Assert.Equal(Sweep(parallelism: 1).Trials.Select(t => t.Value), Sweep(parallelism: 4).Trials.Select(t => t.Value));
    }

    [Fact]
    public void A_metric_that_the_sweep_does_not_hold_comes_from_the_engine()
    {
        StudyResult study = Study.Named("sma cross", seed: 7).Int("fast", 5..15, step: 10)
            .Maximize(r => r.Risk.Omega)
            .Sweep(Candles, p => new SmaCross(p["fast"], 40));
        Assert.Equal(Backtest.Run(Candles, new SmaCross(15, 40)).Performance.Risk.Omega, study.Trials[1].Value);
    }

    [Fact]
    public void A_combination_whose_strategy_cannot_be_made_is_a_failed_trial()
    {
        StudyResult study = Study.Named("sma cross", seed: 7).Int("fast", 5..15, step: 10)
            .Maximize(r => r.Sharpe)
            .Sweep(Candles, p => new SmaCross(p["fast"], 10));
        Assert.Equal([TrialState.Complete, TrialState.Failed], study.Trials.Select(t => t.State));
        Assert.StartsWith("ArgumentOutOfRangeException", study.Trials[1].Error, StringComparison.Ordinal);
    }

    private static StudyResult Sweep(int parallelism) => Study.Named("sma cross", seed: 7)
        .Int("fast", 5..15, step: 10).Int("slow", 10..20, step: 10).Where(p => p["fast"] < p["slow"])
        .Maximize(r => r.Sharpe)
        .Sweep(Candles, p => new SmaCross(p["fast"], p["slow"]), options: new StudyOptions { MaxParallelism = parallelism });
}
