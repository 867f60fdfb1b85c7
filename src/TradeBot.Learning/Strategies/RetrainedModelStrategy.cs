using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Trades a model that is retrained as candles arrive, each time on the rows known by then.</summary>
/// <remarks>
/// The strategy keeps the candles of its run and the features as they were at each close. At a training, the rows are those
/// whose labels are known by then: a label that is still open has no value. The first decision of the new model is on the same candle. Until the first
/// training the strategy is flat. Training takes place between a candle and the decision on it; live, it delays that decision.
/// When the trainer refuses the rows, for example because a steady trend gives one class only, the previous model stays in use, and
/// <see cref="Trainings"/> lists the skip with its reason.
/// </remarks>
public sealed class RetrainedModelStrategy : IStrategy
{
    private readonly FeaturePipeline _pipeline;
    private readonly Label _label;
    private readonly ITrainer _trainer;
    private readonly int _every;
    private TrainingLog _log = new();

    /// <summary>A strategy that retrains as it goes.</summary>
    /// <param name="pipeline">Computes the features; it must be able to run live.</param>
    /// <param name="label">What is predicted: 0 or 1.</param>
    /// <param name="trainer">Trains the model.</param>
    /// <param name="every">Candles between two trainings, at least 1.</param>
    /// <exception cref="ArgumentException">The pipeline needs a whole series, or the label is a number.</exception>
    public RetrainedModelStrategy(FeaturePipeline pipeline, Label label, ITrainer trainer, int every)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        if (!pipeline.CanStream)
            throw new ArgumentException($"A strategy sees candles as they close, but some of {pipeline} need the whole series.", nameof(pipeline));
        if (!label.IsBinary)
            throw new ArgumentException($"The thresholds are probabilities, but the label {label} is a number: use its direction.", nameof(label));

        (_pipeline, _label, _trainer, _every) = (pipeline, label, trainer, every);
    }

    /// <summary>Long at or above this probability, in (0, 1].</summary>
    public double LongFrom { get; init => field = ProbabilityBounds.Share(value); } = ProbabilityBounds.UsualLongFrom;

    /// <summary>Short at or below this probability, in [0, 1) and below <see cref="LongFrom"/>; null for never.</summary>
    public double? ShortUpTo { get; init => field = value is double share ? ProbabilityBounds.Share(share) : null; }

    /// <summary>Minimum number of rows with known labels before the first training, at least 2.</summary>
    public int MinimumRows { get; init => field = Require.AtLeast(value, 2); } = 500;

    /// <summary>Trains only on this many of the latest candles, at least <see cref="MinimumRows"/>; null for all candles of the run.</summary>
    public int? Window { get; init; }

    /// <summary>Seed from which each training's seed is derived.</summary>
    public int Seed { get; init; }

    /// <summary>The trainings of the latest run, oldest first; concurrent runs need one strategy each.</summary>
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
            throw new InvalidOperationException($"{Name}: a window of {Window} candles never contains the {MinimumRows} rows that the first training needs.");

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
                log.Evaluate(_model, known);

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
