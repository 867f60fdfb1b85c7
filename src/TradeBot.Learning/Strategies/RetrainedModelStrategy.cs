using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Follows a model that is trained again as candles come in, each time on what is known by then.</summary>
/// <remarks>
/// The strategy keeps the candles of its run and the features as they were when each candle closed. At the close at which it learns, the rows are those
/// whose labels ended by then: a label that is still open has no value. The next decision is the same candle's. Until the first
/// training nothing is held. Training takes place between a candle and the decision on it; live, that is the time it needs.
/// Where the trainer refuses the rows, such as those of a steady trend whose labels are all the same, the model before stays in force, and
/// <see cref="Trainings"/> lists the skip with its reason.
/// </remarks>
public sealed class RetrainedModelStrategy : IStrategy
{
    private readonly FeaturePipeline _pipeline;
    private readonly Label _label;
    private readonly ITrainer _trainer;
    private readonly int _every;
    private TrainingLog _log = new();

    /// <summary>A strategy that learns as it goes.</summary>
    /// <param name="pipeline">Computes the features; it must be able to run live.</param>
    /// <param name="label">What is foretold: 0 or 1.</param>
    /// <param name="trainer">Learns.</param>
    /// <param name="every">Candles between two trainings, at least 1.</param>
    /// <exception cref="ArgumentException">The pipeline needs a whole series, or the label is a number.</exception>
    public RetrainedModelStrategy(FeaturePipeline pipeline, Label label, ITrainer trainer, int every)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        if (!pipeline.CanStream)
            throw new ArgumentException($"A strategy sees candles as they close, and some of {pipeline} need the whole series.", nameof(pipeline));
        if (!label.IsBinary)
            throw new ArgumentException($"The bounds are probabilities, and the label {label} is a number: ask for its direction.", nameof(label));

        (_pipeline, _label, _trainer, _every) = (pipeline, label, trainer, every);
    }

    /// <summary>Long from this probability on, in (0, 1].</summary>
    public double LongFrom { get; init => field = ProbabilityBounds.Share(value); } = ProbabilityBounds.UsualLongFrom;

    /// <summary>Short up to this probability, in [0, 1) and below <see cref="LongFrom"/>; null for never.</summary>
    public double? ShortUpTo { get; init => field = value is double share ? ProbabilityBounds.Share(share) : null; }

    /// <summary>How many rows with known labels the first training waits for, at least 2.</summary>
    public int MinimumRows { get; init => field = Require.AtLeast(value, 2); } = 500;

    /// <summary>Learns only from so many of the latest candles, at least <see cref="MinimumRows"/>; null for all of the run.</summary>
    public int? Window { get; init; }

    /// <summary>From which the seed of each training is derived.</summary>
    public int Seed { get; init; }

    /// <summary>The trainings of the run that was started last, oldest first; of runs at the same time each wants a strategy of its own.</summary>
    public IReadOnlyList<ModelTraining> Trainings => Volatile.Read(ref _log).Entries;

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant(
        $"{_trainer.Name} every {_every}{(Window is int window ? $" on {window}" : "")} {ProbabilityBounds.NameOf(LongFrom, ShortUpTo)}");

    /// <inheritdoc/>
    public IReadOnlyList<CandleFeed> Feeds => [];

    /// <inheritdoc/>
    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        SingleFeed.Require(this, feeds);
        if (Window < MinimumRows)
            throw new InvalidOperationException($"{Name}: a window of {Window} candles never holds the {MinimumRows} rows that the first training waits for.");

        var log = new TrainingLog();
        Volatile.Write(ref _log, log);
        return new Session(this, feeds[0], ProbabilityBounds.Of(this, LongFrom, ShortUpTo), log);
    }

    private sealed class Session(RetrainedModelStrategy strategy, CandleFeed feed, ProbabilityBounds bounds, TrainingLog log) : IStrategySession
    {
        private readonly FeatureStream _stream = strategy._pipeline.Start(feed.Timeframe);
        private readonly CandleMemory _memory = new(feed, strategy._pipeline, strategy.Window);
        private readonly double[] _row = new double[strategy._pipeline.Names.Count];
        private IModel? _model;
        private int _untilTraining = strategy.MinimumRows, _trainings;

        public void OnCandle(int index, in Candle candle)
        {
            _stream.Update(candle, _row);
            _memory.Add(candle, _row);
            if (--_untilTraining <= 0)
                Train(feed.Timeframe.NextOpen(UnixTime.FromDateTime(candle.OpenTime)));
        }

        public void Decide(TargetExposures targets) =>
            targets[0] = _model is not null && Array.TrueForAll(_row, double.IsFinite) ? bounds.ExposureOf(_model.Predict(_row)) : 0;

        private void Train(long now)
        {
            Dataset? known = _memory.Label(strategy._label);
            int missing = _model is null ? strategy.MinimumRows - (known?.RowCount ?? 0) : 0;
            if (missing > 0)
            {
                _untilTraining = missing;
                return;
            }

            if (known is not null)
                Train(known, now);
            _untilTraining = strategy._every;
        }

        private void Train(Dataset known, long now)
        {
            if (_model is not null)
                log.Judge(_model, known);

            int seed = TrialSeed.Derive(strategy.Seed, _trainings++);
            try
            {
                _model = strategy._trainer.Train(known, Enumerable.Range(0, known.RowCount).ToArray(), seed);
                log.Add(known, now, seed, skipped: null);
            }
            catch (ArgumentException refusal)
            {
                log.Add(known, now, seed, refusal.Message);
            }
        }
    }
}
