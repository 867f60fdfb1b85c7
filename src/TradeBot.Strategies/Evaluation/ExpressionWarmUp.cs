using TradeBot.Indicators;
using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Warm-up of expressions in candles.</summary>
internal static class ExpressionWarmUp
{
    public static int Of(Expression expression, Timeframe timeframe) => expression switch
    {
        CodeSeries code => code.WarmUp(timeframe),
        ShiftSeries shift => Of(shift.Source, timeframe) + (int)shift.Candles.Value,
        IndicatorSeries { Definition: { } definition } series => Longest(series, timeframe) + definition.With([.. series.Arguments.Select(a => a.Value)]).WarmUp - 1,
        FeedSeries on => OnFeed(on.Source, on.Feed.Timeframe, timeframe),
        FeedCondition on => OnFeed(on.Source, on.Feed.Timeframe, timeframe),
        ComparisonCondition { Operator: ComparisonOperator.Crosses or ComparisonOperator.CrossesAbove or ComparisonOperator.CrossesBelow } => Longest(expression, timeframe) + 1,
        CallSeries { Expansion: { } expansion } => Of(expansion, timeframe),
        CallCondition { Expansion: { } expansion } => Of(expansion, timeframe),
        CallSeries { Name: "expanding_zscore" } or CallCondition { Name: "becomes" } => Longest(expression, timeframe) + 1,
        CallCondition { Name: "ago", Arguments: [_, ConstantSeries candles] } => Longest(expression, timeframe) + (int)candles.Value.Value,
        CallCondition { Name: "within" or "times", Arguments: [.., ConstantSeries candles] } => Longest(expression, timeframe) + (int)candles.Value.Value - 1,
        CallCondition { Arguments: [_, _, ConstantSeries strength, ConstantSeries] } call when call.Name.EndsWith("divergence", StringComparison.Ordinal) =>
            Longest(expression, timeframe) + (2 * (int)strength.Value.Value),
        _ => Longest(expression, timeframe),
    };

    private static int Longest(Expression expression, Timeframe timeframe) => expression.Parts.Select(part => Of(part, timeframe)).Prepend(1).Max();

    private static int OnFeed(Expression source, Timeframe? longer, Timeframe timeframe)
    {
        if (longer is not { } length || length == timeframe)
            return Of(source, timeframe);
        long first = timeframe.OpenOf(0);
        long last = length.HasFixedLength ? first + (long)length.Duration.TotalMilliseconds : first + (31 * UnixTime.MillisecondsPerDay);

        // The first longer candle may have started before the first candle.
        return (int)Math.Min(int.MaxValue, ((Of(source, length) + 1) * timeframe.CandlesBetween(first, last)) - 1);
    }
}
