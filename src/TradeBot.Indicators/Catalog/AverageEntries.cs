using TradeBot.Indicators.Averages;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The averages of the catalog.</summary>
internal static class AverageEntries
{
    private static readonly IndicatorOutput[] Average = [IndicatorOutput.Price("average", "in the unit of the values")];

    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new(
            "SMA", "Simple moving average",
            OnValues(a => new Sma(a.Int(0)), (x, a, o) => Sma.Compute(x, a.Int(0), o[0].Span)))
        {
            Aliases = ["MA", "Mean"],
            Parameters = [Period(20)],
            Outputs = Average,
            Source = "The arithmetic mean of a sliding window.",
        },
        new(
            "EMA", "Exponential moving average",
            OnValues(a => new Ema(a.Int(0)), (x, a, o) => Ema.Compute(x, a.Int(0), o[0].Span)))
        {
            Parameters = [Period(20)],
            Outputs = Average,
            Source = "P. N. Haurlan, Measuring Trend Values, 1968.",
        },
        new(
            "SMMA", "Wilder's smoothed moving average",
            OnValues(a => new WilderAverage(a.Int(0)), (x, a, o) => WilderAverage.Compute(x, a.Int(0), o[0].Span)))
        {
            Aliases = ["Wilder", "RMA"],
            Parameters = [Period(14)],
            Outputs = Average,
            Source = "J. W. Wilder, New Concepts in Technical Trading Systems, 1978.",
        },
    ];
}
