namespace TradeBot.Strategies;

/// <summary>Days of the week: lower-case English names.</summary>
internal static class Weekdays
{
    private static readonly string[] All = [.. Enum.GetNames<DayOfWeek>().Select(n => n.ToLowerInvariant())];

    public static string NameOf(DayOfWeek day) => All[(int)day];

    public static bool TryParse(string text, out DayOfWeek day)
    {
        int index = Array.IndexOf(All, text.ToLowerInvariant());
        day = index < 0 ? default : (DayOfWeek)index;
        return index >= 0;
    }
}
