using TradeBot.Indicators.Statistics;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The statistics of the catalog.</summary>
internal static class StatisticsEntries
{
    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new(
            "STDDEV", "Standard deviation",
            OnValues(a => new StandardDeviation(a.Int(0)), (x, a, o) => StandardDeviation.Compute(x, a.Int(0), o[0].Span)))
        {
            Aliases = ["StDev", "StandardDeviation"],
            Parameters = [Period(20)],
            Outputs = [Distance("deviation", "population standard deviation, in the unit of the values", min: 0)],
            Unknown = NanPolicy.Clears,
            Source = "The root of the mean squared distance from the mean of a sliding window.",
        },
    ];
}
