using System.Globalization;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>Numbers as foreign files spell them: NaN is read as such, for the validator to find.</summary>
internal static class ImportNumber
{
    private const NumberStyles Style = NumberStyles.Float;

    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out value);

    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        double plain = CandleNumber.Parse(text);
        if (!double.IsNaN(plain))
        {
            value = plain;
            return true;
        }

        return TryParse(Encoding.UTF8.GetString(text), out value);
    }
}
