using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Research.Tests;

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
        Assert.Equal("the engine", study.Path);
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

    [Fact]
    public void A_metric_named_by_a_delegate_keeps_the_returns_for_the_verdict()
    {
        Func<PerformanceSummary, double> metric = r => r.Sharpe;
        foreach (Study<PerformanceSummary> study in (Study<PerformanceSummary>[])[Space.Maximize(metric), Space.Maximize((PerformanceSummary r) => r.Sortino), Space.Minimize(r => r.Drawdown.Ulcer), Space.Maximize(Blend<PerformanceSummary>.Empty.Add(1, r => r.Sharpe, -1, 1))])
            Assert.False(double.IsNaN(study.Sweep(Candles, p => new SmaCross(p["fast"], 40)).Verdict().DeflatedProbability));
        foreach (Study<HeadlineFigures> study in (Study<HeadlineFigures>[])[Space.Maximize(r => r.Sortino), Space.Minimize(r => r.Volatility), Space.Maximize(Blend<HeadlineFigures>.Empty.Add(1, r => r.Sharpe, -1, 1))])
            Assert.False(double.IsNaN(study.Sweep(Candles, p => new SmaCross(p["fast"], 40)).Verdict().DeflatedProbability));
    }

    [Fact]
    public void What_is_swept_and_what_the_engine_runs_is_said_and_gives_the_same()
    {
        StudyResult swept = Space.Maximize(r => r.Sharpe).Sweep(Candles, p => new SmaCross(p["fast"], 40));
        StudyResult mixed = Space.Maximize(r => r.Sharpe).Sweep(Candles, p => p["fast"] == 5 ? new Plain(new SmaCross(5, 40)) : new SmaCross(p["fast"], 40));
        StudyResult engine = Space.Maximize(r => r.Sharpe).Optimize(4, Candles, p => new Plain(new SmaCross(p["fast"], 40)));

        Assert.Equal(("the sweep", "the sweep; 1 of 2 trials by the engine", "the engine"), (swept.Path, mixed.Path, engine.Path));
        Assert.Equal(swept.Trials.Select(t => t.Value), mixed.Trials.Select(t => t.Value));
        Assert.All(engine.Trials, t => Assert.Equal(swept.Trials.Single(s => s.Parameters == t.Parameters).Value, t.Value));
    }

    [Fact]
    public void A_sweep_resumes_from_its_storage_and_heeds_the_time_of_a_trial_and_cancellation()
    {
        var memory = new StudyMemory();
        int made = 0;
        StudyResult Search(IStudyStorage? storage, Func<IStrategy>? other = null, CancellationToken token = default) => Space.Maximize(r => r.Sharpe).Sweep(
            Candles,
            p =>
            {
                Interlocked.Increment(ref made);
                return p["fast"] == 5 && other is not null ? other() : new SmaCross(p["fast"], 40);
            },
            options: new StudyOptions { Storage = storage, TrialTimeout = TimeSpan.FromSeconds(1) }, cancellationToken: token);

        StudyResult first = Search(memory), again = Search(memory);
        Assert.Equal(2, made);
        Assert.Equal(first.Trials.Select(t => t.Value), again.Trials.Select(t => t.Value));

        using var never = new ManualResetEventSlim();
        StudyResult late = Search(null, () => new Plain(new SmaCross(5, 40)) { Waits = () => never.Wait(TimeSpan.FromMinutes(1)) });
        never.Set();
        Assert.Equal([TrialState.Failed, TrialState.Complete], late.Trials.Select(t => t.State));
        Assert.StartsWith("TimeoutException", late.Trials[0].Error, StringComparison.Ordinal);

        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Search(null, token: cancelled.Token));
    }

    private static Study Space => Study.Named("sma cross", seed: 7).Int("fast", 5..15, step: 10);

    /// <summary>A strategy that the sweep does not know, and so the engine runs.</summary>
    private sealed class Plain(IStrategy inner) : IStrategy
    {
        public Action Waits { get; init; } = () => { };

        public string Name => inner.Name;

        public IReadOnlyList<CandleFeed> Feeds => inner.Feeds;

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
        {
            Waits();
            return inner.Start(feeds);
        }
    }

    private static StudyResult Sweep(int parallelism) => Study.Named("sma cross", seed: 7)
        .Int("fast", 5..15, step: 10).Int("slow", 10..20, step: 10).Where(p => p["fast"] < p["slow"])
        .Maximize(r => r.Sharpe)
        .Sweep(Candles, p => new SmaCross(p["fast"], p["slow"]), options: new StudyOptions { MaxParallelism = parallelism });
}
