using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>Single values as invariant text: doubles at their shortest round trip, times in ISO order.</summary>
internal static class ScalarText
{
    public const string Null = "<null>";

    /// <returns>False for values that are not single: sequences and objects with members.</returns>
    public static bool TryFormat(object? value, out string text)
    {
        text = value switch
        {
            null => Null,
            string s => s,
            char c => c.ToString(),
            bool b => b ? "True" : "False",
            DateTime time => Time(time),
            DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            Type type => TypeText.Of(type),
            Exception error => $"{error.GetType().Name}: {error.Message}",
            Delegate => TypeText.Of(value.GetType()),
            _ when TaskText.TryFormat(value, out string task) => task,
            Uri or Version => value.ToString()!,
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => "",
        };
        return text.Length > 0 || value is string or IFormattable or Exception or Uri;
    }

    public static bool IsScalar(object? value) => TryFormat(value, out _);

    public static bool IsNumber(object? value) =>
        value is double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte or Half or Int128 or UInt128
            or System.Numerics.BigInteger or nint or nuint;

    private static string Time(DateTime time)
    {
        string text = time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return time.Kind == DateTimeKind.Utc ? text + "Z" : text;
    }
}
