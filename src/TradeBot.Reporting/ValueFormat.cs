using System.Globalization;

namespace TradeBot.Reporting;

/// <summary>How a value is written in a table or on an axis; always in the invariant culture.</summary>
/// <remarks>NaN is written "n/a": unknown is not 0. Times are UTC.</remarks>
public sealed class ValueFormat
{
    /// <summary>What is written for NaN, which means unknown or undefined.</summary>
    public const string Unknown = "n/a";

    private const int AutoDigits = 6, SpareDigits = 3;
    private const char FigureSpace = '\u2007', PointSpace = '\u2008'; // as wide as a digit, and as a point

    private readonly Func<double, string>? _number;
    private readonly string _timePattern;
    private readonly int _digits;

    private ValueFormat(Func<double, string>? number, string timePattern = "", int digits = 0)
    {
        _number = number;
        _timePattern = timePattern;
        _digits = digits;
    }

    /// <summary>By type: numbers with six significant digits, settled amounts as they are, times to the minute or, where needed, more exactly.</summary>
    public static ValueFormat Auto { get; } = new(null, digits: AutoDigits);

    /// <summary>Whole numbers with thousands separators.</summary>
    public static ValueFormat Integer { get; } = Number(0);

    /// <summary>A fixed number of decimals, with thousands separators.</summary>
    public static ValueFormat Number(int decimals) => new(v => Rounded(v, decimals, "N"));

    /// <summary>A number of significant digits.</summary>
    public static ValueFormat Significant(int digits = 4) => new(v => SignificantDigits(v, digits), digits: digits);

    /// <summary>A fraction as a percentage: 0.0123 is 1.23%.</summary>
    public static ValueFormat Percent(int decimals = 2) => new(v => Rounded(100 * v, decimals, "N") + "%");

    /// <summary>A fraction in basis points: 0.00055 is 5.5 bp.</summary>
    public static ValueFormat BasisPoints(int decimals = 1) => new(v => Rounded(10_000 * v, decimals, "N") + " bp");

    /// <summary>Times by a pattern, such as yyyy-MM-dd.</summary>
    public static ValueFormat Time(string pattern) => new(null, pattern);

    /// <summary>A value as text; null is empty.</summary>
    public string Format(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Format(number),
        float number => Format(number),
        decimal amount => _number is null ? amount.ToString(CultureInfo.InvariantCulture) : Format((double)amount),
        int or long or short or byte or uint or ulong => _number is null
            ? Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture)
            : Format(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        bool yes => yes ? "yes" : "no",
        DateTime time => FormatTime(time),
        DateTimeOffset time => FormatTime(time.UtcDateTime),
        TimeSpan span => FormatSpan(span),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A number as text.</summary>
    public string Format(double value) => value switch
    {
        double.NaN => Unknown,
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "-∞",
        _ => (_number ?? (v => SignificantDigits(v, AutoDigits)))(value),
    };

    /// <summary>The values of one column as texts with aligned decimal points.</summary>
    /// <remarks>
    /// Where digits alone decide, each value gets the largest number of decimals in the column; where the magnitudes are
    /// too far apart for that, spaces as wide as a digit stand for the decimals that a value does not have.
    /// </remarks>
    internal string[] FormatColumn(IReadOnlyList<object?> values)
    {
        string[] texts = [.. values.Select(Format)];
        int[] numbers = [.. Enumerable.Range(0, texts.Length).Where(i => IsFinite(values[i]))];
        if (_digits == 0 || numbers.Length < 2 || numbers.Any(i => texts[i].Contains('e', StringComparison.Ordinal)))
            return texts;

        int decimals = numbers.Max(i => DecimalsOf(texts[i]));
        bool fills = numbers.All(i => values[i] is decimal || texts[i] == "0" || WholeDigitsOf(texts[i]) + decimals <= _digits + SpareDigits);
        foreach (int i in numbers)
            texts[i] = WithDecimals(texts[i], decimals, fills ? '.' : PointSpace, fills ? '0' : FigureSpace);
        return texts;
    }

    /// <summary>Numbers as texts with spaces as wide as a digit for the decimals that they do not have; other texts as they are.</summary>
    internal static string[] PadDecimals(string[] texts)
    {
        int[] numbers = [.. Enumerable.Range(0, texts.Length).Where(i => texts[i].Length > 0 && char.IsAsciiDigit(texts[i][^1]))];
        int decimals = numbers.Length == 0 ? 0 : numbers.Max(i => DecimalsOf(texts[i]));
        string[] padded = [.. texts];
        foreach (int i in numbers)
            padded[i] = WithDecimals(texts[i], decimals, PointSpace, FigureSpace);
        return padded;
    }

    private static bool IsFinite(object? value) => value switch
    {
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        decimal or int or long or short or byte or uint or ulong => true,
        _ => false,
    };

    private static int DecimalsOf(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.Length - point - 1;
    }

    private static int WholeDigitsOf(string text) => text.TakeWhile(c => c != '.').SkipWhile(c => c is '-' or '0').Count(char.IsAsciiDigit);

    private static string WithDecimals(string text, int decimals, char point, char digit)
    {
        int own = DecimalsOf(text);
        return own == decimals ? text : text + (own == 0 ? point.ToString() : "") + new string(digit, decimals - own);
    }

    private static string Rounded(double value, int decimals, string format)
    {
        string text = value.ToString(format + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text; // no "-0.00"
    }

    private static string SignificantDigits(double value, int digits)
    {
        if (value == 0)
            return "0";

        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (exponent is < -6 or >= 15)
            return value.ToString("0." + new string('#', digits - 1) + "e0", CultureInfo.InvariantCulture);

        int decimals = Math.Clamp(digits - 1 - exponent, 0, 15);
        string text = Rounded(value, decimals, "N");
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private string FormatTime(DateTime time) => time.ToString(
        _timePattern.Length > 0 ? _timePattern
        : time.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm"
        : time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss"
        : "yyyy-MM-dd HH:mm:ss.fff",
        CultureInfo.InvariantCulture);

    private static string FormatSpan(TimeSpan span)
    {
        string sign = span < TimeSpan.Zero ? "-" : "";
        TimeSpan length = span.Duration();
        string days = length.Days == 0 ? "" : FormattableString.Invariant($"{length.Days}d ");
        string pattern = length.Ticks % TimeSpan.TicksPerMinute == 0 ? @"hh\:mm" : @"hh\:mm\:ss";
        return sign + days + length.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
