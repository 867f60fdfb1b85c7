using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Learning.Tests;

public class RetrainedModelStrategyTests
{
    private static readonly CandleSeries Series = Candles.Generate(1200, edge: 0.3, withOutage: true);
    private static readonly FeaturePipeline Pipeline = Features.Pipeline(f => [f.Return(1), f.Volume.ZScore(30), f.Close.Ema(20) / f.Close]);
    private static readonly Label Direction = Label.ForwardReturn(3).Direction();

    [Fact]
    public void Trains_at_each_date_only_on_the_rows_known_then()
    {
        var trainer = new Recorder();
        var strategy = new RetrainedModelStrategy(Pipeline, Direction, trainer, every: 200) { MinimumRows = 300 };

        Backtest.Run(Series, strategy);

        Assert.Equal(5, trainer.Sets.Count);
        Assert.Equal(300, trainer.Sets[0].RowCount);
        foreach (Dataset known in trainer.Sets)
        {
            DateTime now = known.Series!.CloseTimeAt(known.Series.Count - 1);
            var expected = Dataset.From(Series.Slice(0, known.Series.Count), Pipeline, Direction);
            Assert.Equal(expected.ContentHash, known.ContentHash);
            Assert.All(known.Ends.ToArray(), end => Assert.True(UnixTime.ToDateTime(end) <= now));
        }
    }

    [Fact]
    public void A_window_forgets_older_rows()
    {
        var trainer = new Recorder();
        Backtest.Run(Series, new RetrainedModelStrategy(Pipeline, Direction, trainer, every: 100) { MinimumRows = 200, Window = 250 });

        Assert.Equal(250, trainer.Sets[^1].Series!.Count);
        Dataset whole = Dataset.From(Series, Pipeline, Direction), last = trainer.Sets[^1];
        int first = whole.Starts.BinarySearch(last.Starts[0]);
        Assert.Equal(whole.Column(2)[first], last.Column(2)[0]); // the average still knows the candles before the window
    }

    [Fact]
    public void No_decision_depends_on_later_candles()
    {
        var strategy = new RetrainedModelStrategy(Pipeline, Direction, new Logistic(), every: 100) { MinimumRows = 200, LongFrom = 0.5, ShortUpTo = 0.49 };

        CausalityReport report = CausalityCheck.Run(strategy, Series, new CausalityOptions { SampledReplays = 12 });

        Assert.True(report.IsCausal, report.ToString());
    }

    [Fact]
    public void Is_flat_before_the_first_training_and_trades_after()
    {
        BacktestResult run = Backtest.Run(Series, new RetrainedModelStrategy(Pipeline, Direction, new Logistic(), every: 100) { MinimumRows = 300, LongFrom = 0.5 });

        Assert.NotEmpty(run.Fills);
        Assert.True(run.Fills[0].Time >= Series.OpenTimeAt(300));
        Assert.Equal("logistic(C=1) every 100 long from 0.5", run.Strategy);
    }

    [Fact]
    public void A_label_that_is_a_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => new RetrainedModelStrategy(Pipeline, Label.ForwardReturn(3), new Logistic(), every: 100));

    [Fact]
    public void A_window_that_never_contains_enough_rows_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Backtest.Run(Series, new RetrainedModelStrategy(Pipeline, Direction, new Logistic(), every: 100) { MinimumRows = 300, Window = 200 }));

    [Theory]
    [InlineData(0.001)]
    [InlineData(-0.001)]
    public void A_steady_trend_skips_its_trainings_and_lists_them(double step)
    {
        // 600 hours, each closing as much above (or below) the one before: every label is the same.
        var strategy = new RetrainedModelStrategy(Pipeline, Direction, new Logistic(), every: 50) { MinimumRows = 100, LongFrom = 0.5 };

        BacktestResult run = Backtest.Run(Trend(600, _ => step), strategy);

        Assert.Empty(run.Fills);
        Assert.NotEmpty(strategy.Trainings);
        Assert.All(strategy.Trainings, training => Assert.Contains("nothing to separate", training.Skipped, StringComparison.Ordinal));
    }

    [Fact]
    public void The_last_model_stays_in_force_through_a_trend()
    {
        // 500 hours up and down, then 500 of steady rise, with a window that soon has the rise only.
        var strategy = new RetrainedModelStrategy(Pipeline, Direction, new Logistic(), every: 50) { MinimumRows = 150, Window = 200, LongFrom = 0.01 };

        BacktestResult run = Backtest.Run(Trend(1000, i => i < 500 ? 0.01 * Math.Sin(i * 0.7) * Math.Cos(i * 0.13) : 0.001), strategy);

        ModelTraining[] used = [.. strategy.Trainings.Where(t => t.Skipped is null)], skipped = [.. strategy.Trainings.Where(t => t.Skipped is not null)];
        Assert.NotEmpty(used);
        Assert.NotEmpty(skipped);
        Assert.True(skipped[0].Time > used[^1].Time);
        Assert.True(run.Equity.Exposure[^1] > 0); // the model still decides at the end
        Assert.All(skipped, training => Assert.StartsWith("All ", training.Skipped, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_model_is_listed_with_its_rows_and_its_scores_while_it_was_in_force()
    {
        var strategy = new RetrainedModelStrategy(Pipeline, Direction, new Logistic(), every: 200) { MinimumRows = 300, Seed = 5 };
        Backtest.Run(Series, strategy);

        IReadOnlyList<ModelTraining> trainings = strategy.Trainings;
        Assert.Equal(5, trainings.Count);
        Assert.Equal(300, trainings[0].Rows);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => TrialSeed.Derive(5, i)), trainings.Select(t => t.Seed));
        Assert.All(trainings, t => Assert.True(t.From < t.Until && t.Until <= t.Time));
        Assert.Null(trainings[^1].Scores);

        // The rows decided from one training on whose labels the next one knows, by a model that had not seen them.
        for (int i = 0; i + 1 < trainings.Count; i++)
        {
            long from = UnixTime.FromDateTime(trainings[i].Time);
            var known = Dataset.From(Series.Between(DateTime.MinValue, trainings[i + 1].Time), Pipeline, Direction);
            Assert.Equal(known.Starts.ToArray().Count(start => start >= from), trainings[i].Scores!.Rows);
            Assert.Equal(known.RowCount, trainings[i + 1].Rows);
        }

        Backtest.Run(Series.Slice(0, 400), strategy);
        Assert.Single(strategy.Trainings); // of the last run only
    }

    private static CandleSeries Trend(int count, Func<int, double> step)
    {
        double[] closes = new double[count], opens = new double[count];
        double price = 100;
        for (int i = 0; i < count; i++)
            (opens[i], closes[i]) = (price, price *= 1 + step(i));
        return new CandleSeries(
            "TEST", Timeframe.OneHour, Enumerable.Range(0, count).Select(i => UnixTime.FromDateTime(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i))).ToArray(), opens,
            opens.Zip(closes, (a, b) => Math.Max(a, b) * 1.0001).ToArray(), opens.Zip(closes, (a, b) => Math.Min(a, b) * 0.9999).ToArray(), closes,
            closes.Select((_, i) => 10.0 + i * 7 % 13).ToArray());
    }

    private sealed class Recorder : ITrainer
    {
        public List<Dataset> Sets { get; } = [];

        public string Name => "recorder";

        public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
        {
            Sets.Add(data);
            return new Logistic().Train(data, rows, seed, cancellationToken);
        }
    }
}
