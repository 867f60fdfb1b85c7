using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Trades a model's predictions: long, short or flat, by the probability at each close.</summary>
/// <remarks>
/// Features are computed candle by candle with the same code as the training rows. Where a feature is NaN or infinite
/// the prediction is unknown and the strategy is flat.
/// </remarks>
public sealed class ModelStrategy : IStrategy
{
    private readonly FeaturePipeline _pipeline;
    private readonly IModel _model;

    /// <summary>A strategy that follows a model.</summary>
    /// <param name="pipeline">Computes the model's features; it must be able to run live.</param>
    /// <param name="model">Predicts the probability that the price rises.</param>
    /// <exception cref="ArgumentException">The model needs different features, or the pipeline needs a whole series.</exception>
    public ModelStrategy(FeaturePipeline pipeline, IModel model)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(model);
        ModelFeatures.Require(model.Features, pipeline.Names);
        if (!pipeline.CanStream)
            throw new ArgumentException($"A strategy sees candles as they close, but some of {pipeline} need the whole series.", nameof(pipeline));

        (_pipeline, _model) = (pipeline, model);
    }

    /// <summary>A strategy that follows a registered model.</summary>
    /// <param name="pipeline">Computes the features as in training: its schema is compared with the one on the model's card.</param>
    /// <param name="model">The loaded model.</param>
    /// <exception cref="ArgumentException">The features differ or are computed differently, or the pipeline needs a whole series.</exception>
    public static ModelStrategy Of(FeaturePipeline pipeline, RegisteredModel model)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(model);
        model.Card.RequireFeatures(pipeline.Names, pipeline.SchemaHash);
        return new ModelStrategy(pipeline, model.Model);
    }

    /// <summary>Long at or above this probability, in (0, 1].</summary>
    public double LongFrom { get; init => field = ProbabilityBounds.Share(value); } = ProbabilityBounds.UsualLongFrom;

    /// <summary>Short at or below this probability, in [0, 1) and below <see cref="LongFrom"/>; null for never.</summary>
    public double? ShortUpTo { get; init => field = value is double share ? ProbabilityBounds.Share(share) : null; }

    /// <inheritdoc/>
    public string Name => $"{_model.Name} {ProbabilityBounds.NameOf(LongFrom, ShortUpTo)}";

    /// <inheritdoc/>
    public IReadOnlyList<CandleFeed> Feeds => [];

    /// <inheritdoc/>
    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        SingleFeed.Require(this, feeds);
        return new Session(_pipeline.Start(feeds[0].Timeframe), _model, ProbabilityBounds.Of(this, LongFrom, ShortUpTo));
    }

    private sealed class Session(FeatureStream stream, IModel model, ProbabilityBounds bounds) : IStrategySession
    {
        private readonly double[] _row = new double[stream.Count];

        public void OnCandle(int feed, in Candle candle) => stream.Update(candle, _row);

        public void Decide(TargetExposures targets) =>
            targets[0] = Array.TrueForAll(_row, double.IsFinite) ? bounds.ExposureOf(model.Predict(_row)) : 0;
    }
}
