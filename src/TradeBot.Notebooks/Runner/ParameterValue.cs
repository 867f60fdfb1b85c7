using System.Globalization;
using System.Reflection;

namespace TradeBot.Notebooks;

/// <summary>Reads a parameter's text as the type of the variable it is for.</summary>
/// <remarks>
/// Single values in invariant form; names of an enum, in any case; <c>null</c> or nothing for a type with <c>?</c>; the items of an array between commas,
/// with or without brackets around them; any other type by its own <c>Parse(string)</c>.
/// </remarks>
internal static class ParameterValue
{
    private const string Null = "null";

    /// <exception cref="NotebookParameterException">The text does not fit, or the type takes no text.</exception>
    public static object? Convert(string name, string text, Type type)
    {
        if (Accepted(type) is not { } accepted)
            throw new NotebookParameterException($"Parameter \"{name}\" is a {TypeText.Of(type)}, which has no Parse(string): accepted are numbers, strings, bool, times, enums, types that can be parsed, and arrays of these.");
        if (TryParse(text, type, out object? value))
            return value;
        throw new NotebookParameterException($"Parameter \"{name}\" is {accepted}; \"{text}\" is not.");
    }

    private static bool TryParse(string text, Type type, out object? value)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            value = null;
            return text.Length == 0 || text == Null || TryParse(text, underlying, out value);
        }

        if (type.IsArray)
            return TryParseItems(text, type.GetElementType()!, out value);
        value = type.IsEnum ? EnumOf(text, type) : Single(text, type);
        return value is not null;
    }

    private static object? Single(string text, Type type)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (type == typeof(string))
            return text;
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
        if (type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out DateOnly day) ? day : null;
        if (type == typeof(TimeSpan)) // without a colon .NET takes a number for days, which nobody means by 30
            return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, culture, out TimeSpan span) ? span : null;
        return Parser(type) is { } parse ? Parsed(text, parse) : null;
    }

    private static object? EnumOf(string text, Type type) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+') && Enum.TryParse(type, text, ignoreCase: true, out object? value) ? value : null;

    private static bool TryParseItems(string text, Type itemType, out object? value)
    {
        string list = text.Trim() is ['[', .. var inner, ']'] ? inner : text;
        string[] items = string.IsNullOrWhiteSpace(list) ? [] : list.Split(',', StringSplitOptions.TrimEntries);
        var array = Array.CreateInstance(itemType, items.Length);
        value = array;
        for (int i = 0; i < items.Length; i++)
        {
            if (!TryParse(items[i], itemType, out object? item))
                return false;
            array.SetValue(item, i);
        }

        return true;
    }

    private static object? Parsed(string text, MethodInfo parse)
    {
        try
        {
            return parse.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, parse.GetParameters().Length == 1 ? [text] : [text, CultureInfo.InvariantCulture], CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
        {
            return null; // told as any other text that does not fit
        }
    }

    /// <summary>How a type outside the framework parses its text.</summary>
    private static MethodInfo? Parser(Type type) =>
        ((Type[][])[[typeof(string), typeof(IFormatProvider)], [typeof(string)]])
            .Select(taken => type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, taken))
            .FirstOrDefault(method => method?.ReturnType == type);

    /// <summary>What the type takes, in words; null where it takes no text.</summary>
    private static string? Accepted(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Accepted(underlying) is { } single ? $"{single}, or {Null}" : null;
        if (type.IsArray)
            return type.GetArrayRank() == 1 && Accepted(type.GetElementType()!) is { } item ? $"a comma-separated list, such as 1,2,3, each {item}" : null;
        if (type.IsEnum)
            return $"one of {string.Join(", ", Enum.GetNames(type))}";
        if (type == typeof(string))
            return "a text";
        if (type == typeof(int) || type == typeof(long))
            return $"a whole number ({TypeText.Of(type)})";
        if (type == typeof(double) || type == typeof(decimal))
            return $"a number ({TypeText.Of(type)}, with a decimal point)";
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(DateTime))
            return "a time in UTC, such as 2024-01-31 or 2024-01-31T12:00:00Z";
        if (type == typeof(DateOnly))
            return "a day, such as 2024-01-31";
        if (type == typeof(TimeSpan))
            return "a duration, such as 00:30:00 or 1.12:00:00 (days.hours:minutes:seconds)";
        return Parser(type) is null ? null : $"a {TypeText.Of(type)}";
    }
}
