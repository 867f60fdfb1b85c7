using TradeBot.Indicators.Volatility;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.CandleFields;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The volatility indicators of the catalog.</summary>
internal static class VolatilityEntries
{
    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new(
            "ATR", "Average true range",
            OnCandles(RangeAndClose, a => new Atr(a.Int(0)), (c, a, o) => Atr.Compute(c, a.Int(0), o[0].Span)))
        {
            Parameters = [Period(14)],
            Outputs = [Distance("atr", "in the unit of prices", min: 0)],
            Source = "J. W. Wilder, New Concepts in Technical Trading Systems, 1978.",
        },
        new(
            "BB", "Bollinger bands",
            OnValues<BollingerBands, BollingerBands.Band>(
                a => new BollingerBands(a.Int(0), a[1]),
                (x, a, o) => BollingerBands.Compute(x, a.Int(0), a[1], o[0].Span, o[1].Span, o[2].Span)))
        {
            Aliases = ["BBands", "Bollinger", "BollingerBands"],
            Parameters = [Period(20), Number("deviations", 2, 0.01, 100, searchMin: 1, searchMax: 4)],
            Outputs =
            [
                Price("lower", "mean minus the width"),
                Price("middle", "mean of the window"),
                Price("upper", "mean plus the width"),
            ],
            Unknown = NanPolicy.Clears,
            Source = "J. Bollinger, Bollinger on Bollinger Bands, 2001.",
        },
    ];
}
