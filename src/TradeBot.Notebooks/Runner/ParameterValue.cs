using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Reads a parameter's text as the type of the variable it is for.</summary>
internal static class ParameterValue
{
    /// <exception cref="NotebookParameterException">The text does not fit, or the type takes no text.</exception>
    public static object Convert(string name, string text, Type type)
    {
        if (type == typeof(string))
            return text;
        if (Parse(text, type) is { } value)
            return value;
        throw new NotebookParameterException(Accepted(type) is { } accepted
            ? $"Parameter \"{name}\" is {accepted}; \"{text}\" is not."
            : $"Parameter \"{name}\" is a {TypeText.Of(type)}; only string, int, long, double, decimal, bool and DateTime can be given from outside.");
    }

    private static object? Parse(string text, Type type)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out int i) ? i : null;
        if (type == typeof(long))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out long l) ? l : null;
        if (type == typeof(double))
            return double.TryParse(text, NumberStyles.Float, culture, out double d) ? d : null;
        if (type == typeof(decimal))
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, culture, out decimal m) ? m : null;
        if (type == typeof(bool))
            return bool.TryParse(text, out bool b) ? b : null;
        if (type == typeof(DateTime))
            return DateTime.TryParse(text, culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime t) ? t : null;
        return null;
    }

    private static string? Accepted(Type type)
    {
        if (type == typeof(int) || type == typeof(long))
            return $"a whole number ({TypeText.Of(type)})";
        if (type == typeof(double) || type == typeof(decimal))
            return $"a number ({TypeText.Of(type)}, with a decimal point)";
        if (type == typeof(bool))
            return "true or false";
        return type == typeof(DateTime) ? "a time in UTC, such as 2024-01-31 or 2024-01-31T12:00:00Z" : null;
    }
}
