using TradeBot.Indicators.Patterns;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The candlestick patterns of the catalog.</summary>
internal static class PatternEntries
{
    public static IReadOnlyList<IndicatorDefinition> All { get; } = [.. Enum.GetValues<CandlePatternKind>().Select(Pattern)];

    private static IndicatorDefinition Pattern(CandlePatternKind kind)
    {
        string name = kind.ToString();
        return new(name.ToUpperInvariant(), Words(name), OnCandles(CandleFields.Prices, a => new CandlePattern(kind, a.Int(0))))
        {
            Aliases = ["CDL" + name],
            Parameters = [Int("context", 10, searchMin: 5, searchMax: 30)],
            Outputs = [Oscillator("signal", "1 where a bullish or neutral pattern is complete, −1 for a bearish one, else 0", -1, 1)],
            Unknown = NanPolicy.Clears,
            Source = "S. Nison, Japanese Candlestick Charting Techniques, 1991; the thresholds are ours.",
            Notes = $"The exact definition is on {nameof(CandlePatternKind)}.{name}.",
        };
    }

    /// <summary>MorningStar becomes Morning star.</summary>
    private static string Words(string name) =>
        name[..1] + string.Concat(name.Skip(1).Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
