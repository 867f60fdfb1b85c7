using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Holds what a model foretells: long, short or nothing, by its probability at each close.</summary>
/// <remarks>
/// Features are computed candle by candle with the code that computed the training rows. Where one is NaN or infinite
/// nothing is known, and nothing is held.
/// </remarks>
public sealed class ModelStrategy : IStrategy
{
    private readonly FeaturePipeline _pipeline;
    private readonly IModel _model;

    /// <summary>A strategy that follows a model.</summary>
    /// <param name="pipeline">Computes what the model wants; it must be able to run live.</param>
    /// <param name="model">Foretells the probability that the price rises.</param>
    /// <exception cref="ArgumentException">The model wants other features, or the pipeline needs a whole series.</exception>
    public ModelStrategy(FeaturePipeline pipeline, IModel model)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(model);
        if (!model.Features.SequenceEqual(pipeline.Names))
            throw new ArgumentException($"The model wants {string.Join(", ", model.Features)}; the pipeline gives {pipeline}.", nameof(pipeline));
        if (!pipeline.CanStream)
            throw new ArgumentException($"A strategy sees candles as they close, and some of {pipeline} need the whole series.", nameof(pipeline));

        (_pipeline, _model) = (pipeline, model);
    }

    /// <summary>Long from this probability on, in (0, 1].</summary>
    public double LongFrom { get; init => field = Share(value); } = 0.55;

    /// <summary>Short up to this probability, in [0, 1) and below <see cref="LongFrom"/>; null for never.</summary>
    public double? ShortUpTo { get; init => field = value is double share ? Share(share) : null; }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"{_model.Name} long from {LongFrom}{(ShortUpTo is double share ? $" short up to {share}" : "")}");

    /// <inheritdoc/>
    public IReadOnlyList<CandleFeed> Feeds => [];

    /// <inheritdoc/>
    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        SingleFeed.Require(this, feeds);
        if (ShortUpTo >= LongFrom)
            throw new InvalidOperationException($"{Name}: a probability cannot mean both long and short.");

        return new Session(_pipeline.Start(feeds[0].Timeframe), _model, ExposureOf);
    }

    private static double Share(double value) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability must be in [0, 1].");

    private double ExposureOf(double probability) => probability >= LongFrom ? 1 : probability <= ShortUpTo ? -1 : 0;

    private sealed class Session(FeatureStream stream, IModel model, Func<double, double> exposureOf) : IStrategySession
    {
        private readonly double[] _row = new double[stream.Count];

        public void OnCandle(int feed, in Candle candle) => stream.Update(candle, _row);

        public void Decide(TargetExposures targets) =>
            targets[0] = Array.TrueForAll(_row, double.IsFinite) ? exposureOf(model.Predict(_row)) : 0;
    }
}
