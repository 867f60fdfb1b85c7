using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Learning.Tests;

public class RetrainedModelStrategyTests
{
    private static readonly CandleSeries Series = Candles.Generate(1200, edge: 0.3, withOutage: true);
    private static readonly FeaturePipeline Pipeline = Features.Pipeline(f => [f.Return(1), f.Volume.ZScore(30), f.Close.Ema(20) / f.Close]);
    private static readonly Label Direction = Label.ForwardReturn(3).Direction();

    [Fact]
    public void Learns_at_each_date_from_what_is_known_there_and_from_nothing_else()
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
    public void A_window_forgets_what_lies_before_it()
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
    public void Holds_nothing_before_the_first_training_and_something_after()
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
    public void A_window_that_never_holds_enough_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Backtest.Run(Series, new RetrainedModelStrategy(Pipeline, Direction, new Logistic(), every: 100) { MinimumRows = 300, Window = 200 }));

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
