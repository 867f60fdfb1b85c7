namespace TradeBot.Reporting;

/// <summary>Numbers of things in words.</summary>
internal static class Wording
{
    /// <summary>Such as "1 gap" or "1,200 gaps".</summary>
    public static string Count(long number, string noun) => FormattableString.Invariant($"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
