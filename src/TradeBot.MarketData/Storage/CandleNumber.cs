using System.Buffers;
using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>Parses numbers of candle CSV: digits, a decimal point, an exponent; no blanks, separators or words.</summary>
internal static class CandleNumber
{
    private const ulong LastExactInteger = 1UL << 53;
    private const int LongestExact = 18;

    /// <summary>Checked before parsing, because the library's parser accepts trailing NULs, which a torn write can leave.</summary>
    private static readonly SearchValues<byte> s_characters = SearchValues.Create("0123456789+-.eE"u8);

    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ];

    /// <returns>The double nearest to the text; NaN when the text is not a number.</returns>
    public static double Parse(ReadOnlySpan<byte> text)
    {
        // An integer of at most 2^53 over a power of ten of at most 10^22 is one division of exact
        // numbers, so correctly rounded. Nearly every price is one.
        if ((uint)(text.Length - 1) >= LongestExact)
            return ParseAny(text);

        ulong digits = 0;
        int point = -1;
        for (int i = 0; i < text.Length; i++)
        {
            uint digit = (uint)text[i] - '0';
            if (digit <= 9)
                digits = digits * 10 + digit;
            else if (text[i] == (byte)'.' && point < 0)
                point = i;
            else
                return ParseAny(text);
        }

        if (digits > LastExactInteger || (point == 0 && text.Length == 1))
            return ParseAny(text);
        return point < 0 ? digits : digits / PowersOfTen[text.Length - 1 - point];
    }

    /// <returns>False when the text is not a whole number within the range of long.</returns>
    public static bool TryParseWhole(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if ((uint)(text.Length - 1) >= LongestExact)
            return TryParseAnyWhole(text, out value);

        foreach (byte character in text)
        {
            uint digit = (uint)character - '0';
            if (digit > 9)
                return TryParseAnyWhole(text, out value);
            value = value * 10 + digit;
        }

        return true;
    }

    private static bool TryParseAnyWhole(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        return !text.ContainsAnyExcept(s_characters)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static double ParseAny(ReadOnlySpan<byte> text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !text.ContainsAnyExcept(s_characters)
            && double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
    }
}
