using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A price or the volume of the latest candle.</summary>
internal sealed class PriceNode(FeedState feed, PriceField field) : Node
{
    public override void Step()
    {
        ref readonly Candle candle = ref feed.Candle;
        Value = field switch
        {
            PriceField.Open => candle.Open,
            PriceField.High => candle.High,
            PriceField.Low => candle.Low,
            PriceField.Close => candle.Close,
            PriceField.Volume => candle.Volume,
            PriceField.Hl2 => (candle.High + candle.Low) / 2,
            PriceField.Hlc3 => (candle.High + candle.Low + candle.Close) / 3,
            PriceField.Ohlc4 => (candle.Open + candle.High + candle.Low + candle.Close) / 4,
            _ => candle.Turnover,
        };
    }
}

/// <summary>A calendar field of the latest candle's open time.</summary>
internal sealed class CalendarNode(FeedState feed, Func<DateTime, double> read) : Node
{
    public override void Step() => Value = read(feed.Candle.OpenTime);
}

/// <summary>Whether the latest candle is the first of a longer period, such as a day; unknown for the very first candle.</summary>
internal sealed class NewPeriodNode(FeedState feed, Timeframe period) : Node
{
    private long _close = long.MinValue;

    public override void Step()
    {
        long time = UnixTime.FromDateTime(feed.Candle.OpenTime);
        if (time < _close)
        {
            Value = 0;
            return;
        }

        Value = _close == long.MinValue ? double.NaN : 1;
        _close = period.NextOpen(period.OpenOf(time));
    }
}

/// <summary>The highest or lowest price of the first minutes of a session that begins at the same time each day.</summary>
/// <remarks>Known from the close of the range's last candle until the next session starts; unknown when no candle opened in the range.</remarks>
internal sealed class OpeningRangeNode(FeedState feed, long start, long length, bool high) : Node
{
    private long _session = long.MinValue;
    private double _extreme = double.NaN;

    public override void Step()
    {
        ref readonly Candle candle = ref feed.Candle;
        long time = UnixTime.FromDateTime(candle.OpenTime);
        long session = Timeframe.OneDay.OpenOf(time - start) + start;
        if (session != _session)
            (_session, _extreme) = (session, double.NaN);

        if (time < session + length)
            _extreme = Extend(high ? candle.High : candle.Low);
        Value = feed.Feed.Timeframe.NextOpen(time) >= session + length ? _extreme : double.NaN;
    }

    private double Extend(double price)
    {
        if (double.IsNaN(_extreme))
            return price;
        return high ? Math.Max(_extreme, price) : Math.Min(_extreme, price);
    }
}

/// <summary>A series computed by code.</summary>
internal sealed class CodeNode(FeedState feed, CodeSeries code) : Node
{
    private readonly Func<Candle, double> _next = code.Open(new SeriesSource(feed.Feed, feed.Known));

    public override void Step() => Value = _next(feed.Candle);
}

/// <summary>A model's prediction at the latest candle.</summary>
internal sealed class ModelNode : Node
{
    private readonly FeedState _feed;
    private readonly ModelSeries _series;
    private readonly Func<Candle, double> _next;

    /// <exception cref="ArgumentException">The model was not provided.</exception>
    public ModelNode(FeedState feed, ModelSeries series)
    {
        IModelSeries source = series.Source
            ?? throw new ArgumentException($"The model '{series.Model}' was not provided: pass it with strategy.WithModels(...), or with --model {series.Model} on the command line.", nameof(series));
        (_feed, _series, _next) = (feed, series, source.Start(feed.Feed));
    }

    public override void Step()
    {
        double value = _next(_feed.Candle);
        if (_series.Output != ModelOutput.Prediction && !double.IsNaN(value) && value is not (>= 0 and <= 1))
            throw new InvalidOperationException(FormattableString.Invariant($"The model '{_series.Model}' returned {value:R}, which is not a probability: use its prediction."));
        Value = _series.Output == ModelOutput.Score ? (2 * value) - 1 : value;
    }
}
