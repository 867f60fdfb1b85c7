using TradeBot.MarketData;

namespace TradeBot.Trading.Performance;

/// <summary>How many periods a year has.</summary>
internal static class BarCalendar
{
    /// <summary>A year of a market that never closes, in days.</summary>
    public const double DaysPerYear = 365;

    private const double MonthsPerYear = 12;

    /// <summary>How many candles a year of a market that never closes has.</summary>
    public static double PeriodsPerYear(this Timeframe timeframe) =>
        timeframe.HasFixedLength ? DaysPerYear / timeframe.Duration.TotalDays : MonthsPerYear;
}
