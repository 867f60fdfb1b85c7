namespace TradeBot.Reporting;

/// <summary>Counts with singular or plural nouns.</summary>
internal static class Wording
{
    /// <summary>Such as "1 gap" or "1,200 gaps".</summary>
    public static string Count(long number, string noun) => Count(number, noun, noun + "s");

    /// <summary>Such as "1 history" or "15 histories".</summary>
    public static string Count(long number, string one, string many) => FormattableString.Invariant($"{number:N0} {(number == 1 ? one : many)}");
}
