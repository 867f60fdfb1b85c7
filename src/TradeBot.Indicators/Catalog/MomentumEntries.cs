using TradeBot.Indicators.Momentum;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The momentum indicators of the catalog.</summary>
internal static class MomentumEntries
{
    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new(
            "RSI", "Relative strength index",
            OnValues(a => new Rsi(a.Int(0)), (x, a, o) => Rsi.Compute(x, a.Int(0), o[0].Span)))
        {
            Parameters = [Period(14)],
            Outputs = [Oscillator("rsi", "share of gains, in percent; 50 without gain or loss", 0, 100)],
            Source = "J. W. Wilder, New Concepts in Technical Trading Systems, 1978.",
        },
    ];
}
