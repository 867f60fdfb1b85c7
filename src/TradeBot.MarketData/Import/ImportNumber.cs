using System.Globalization;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>Parses numbers of foreign files, with one decimal separator throughout a file.</summary>
/// <remarks>
/// Accepts currency signs before a number, groups of three digits, and K, M, B and T after it. NaN is kept,
/// for the validator to report.
/// </remarks>
internal readonly record struct ImportNumber(char Point)
{
    public const string Expected = "a number";

    private const NumberStyles Style = NumberStyles.Float;

    private char Group => Point == '.' ? ',' : '.';

    public bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        if (Point == '.')
        {
            value = CandleNumber.Parse(text);
            if (!double.IsNaN(value))
                return true;
        }

        return TryParse(Encoding.UTF8.GetString(text), out value);
    }

    /// <summary>A field without currency signs, blanks, apostrophes, K, M, B and T.</summary>
    public static string Bare(string text, out double factor)
    {
        string bare = string.Concat(text.Trim().TrimStart('$', '€', '£', '¥').Where(character => character is not (' ' or '\u00A0' or '\u202F' or '\'' or '’')));
        factor = bare.Length < 2 || !char.IsAsciiDigit(bare[^2]) ? 1 : bare[^1] switch { 'K' or 'k' => 1e3, 'M' => 1e6, 'B' => 1e9, 'T' => 1e12, _ => 1 };
        return factor == 1 ? bare : bare[..^1];
    }

    /// <summary>Digits in groups: one to three, then three each, as in 1,234,567.</summary>
    public static bool IsGrouped(ReadOnlySpan<char> digits, char group)
    {
        digits = digits.TrimStart("+-");
        bool isFirst = true;
        foreach (Range range in digits.Split(group))
        {
            ReadOnlySpan<char> part = digits[range];
            if (part.ContainsAnyExceptInRange('0', '9') || (isFirst ? part.Length is < 1 or > 3 : part.Length != 3))
                return false;
            isFirst = false;
        }

        return true;
    }

    private bool TryParse(string text, out double value)
    {
        string bare = Bare(text, out double factor);
        int point = bare.IndexOf(Point, StringComparison.Ordinal);
        string whole = point < 0 ? bare : bare[..point];
        value = double.NaN;
        if (whole.Contains(Group, StringComparison.Ordinal))
        {
            if (!IsGrouped(whole, Group))
                return false;
            whole = whole.Replace(Group.ToString(), "", StringComparison.Ordinal);
        }

        string plain = point < 0 ? whole : $"{whole}.{bare[(point + 1)..]}";
        if (plain.Contains('\0', StringComparison.Ordinal) || !double.TryParse(plain, Style, CultureInfo.InvariantCulture, out double number))
            return false;

        value = number * factor;
        return true;
    }
}
