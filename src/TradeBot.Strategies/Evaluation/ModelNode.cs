using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>What a model tells at the latest candle.</summary>
internal sealed class ModelNode : Node
{
    private readonly FeedState _feed;
    private readonly ModelSeries _series;
    private readonly Func<Candle, double> _next;

    /// <exception cref="ArgumentException">The model is not given.</exception>
    public ModelNode(FeedState feed, ModelSeries series)
    {
        IModelSeries source = series.Source
            ?? throw new ArgumentException($"The model '{series.Model}' is not given: strategy.WithModels(...) gives it, and --model {series.Model} in a terminal.", nameof(series));
        (_feed, _series, _next) = (feed, series, source.Start(feed.Feed));
    }

    public override void Step()
    {
        double told = _next(_feed.Candle);
        if (_series.Output != ModelOutput.Prediction && !double.IsNaN(told) && told is not (>= 0 and <= 1))
            throw new InvalidOperationException(FormattableString.Invariant($"The model '{_series.Model}' told {told:R}, which is no probability: take its prediction."));
        Value = _series.Output == ModelOutput.Score ? (2 * told) - 1 : told;
    }
}
