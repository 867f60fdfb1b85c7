using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>The candles on which a feature is computed.</summary>
/// <param name="Longer">Longer candles, resampled from those of the run or of the other symbol; null for no resampling.</param>
/// <param name="Other">Candles of another symbol; null for those of the run.</param>
internal readonly record struct FeaturePlace(Timeframe? Longer, CandleSeries? Other)
{
    /// <summary>An expression evaluated on the candles of the run.</summary>
    public Expression Of(Expression inner)
    {
        Expression placed = (Longer, inner) switch
        {
            (null, _) => inner,
            ({ } longer, Condition condition) => condition.On(longer),
            ({ } longer, _) => ((Series)inner).On(longer),
        };
        return Other is null ? placed : OnOther(Other, placed, Longer is { } length ? ((Series)inner).On(Other.Symbol, length) : ((Series)inner).On(Other.Symbol));
    }

    /// <summary>The value known at each close: that of the other symbol's latest closed candle, NaN where the candle that should have closed is missing.</summary>
    private static CodeSeries OnOther(CandleSeries other, Expression inner, Expression text) => Expressions.Code(text.ToString(), source =>
    {
        var stream = new ExpressionStream(new CandleFeed(other.Symbol, other.Timeframe), [inner], other);
        int next = 0;
        long closed = long.MinValue;
        double[] value = [double.NaN];
        return candle =>
        {
            long now = source.Feed.Timeframe.NextOpen(UnixTime.FromDateTime(candle.OpenTime));
            while (next < other.Count && other.Timeframe.NextOpen(other.OpenTimes[next]) is long close && close <= now)
            {
                stream.Update(other[next++], value);
                closed = close;
            }

            bool isCurrent = closed > long.MinValue && now < other.Timeframe.NextOpen(closed);
            return isCurrent ? value[0] : double.NaN;
        };
    }, timeframe => WarmUp(ExpressionStream.WarmUpOf(inner, other.Timeframe), other.Timeframe, timeframe));

    private static int WarmUp(int needed, Timeframe other, Timeframe timeframe)
    {
        if (other == timeframe)
            return needed;

        long end = 0;
        for (int i = 0; i < needed; i++)
            end = other.NextOpen(end);
        return (int)Math.Clamp(timeframe.CandlesBetween(timeframe.OpenOf(0), timeframe.OpenOf(end)) + 1, 1, int.MaxValue);
    }
}
