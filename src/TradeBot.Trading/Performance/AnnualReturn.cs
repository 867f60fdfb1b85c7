using TradeBot.MarketData;

namespace TradeBot.Trading.Performance;

/// <summary>The compound return per year, where a run is long enough for one.</summary>
internal static class AnnualReturn
{
    /// <summary>The length from which a return is annualised, in days: that of a month.</summary>
    public const double FewestDays = 30;

    /// <summary>The compound return per year of 365 days.</summary>
    /// <param name="growth">Final equity over starting cash.</param>
    /// <param name="days">Length of the run.</param>
    /// <returns>−1 when nothing is left; NaN below <see cref="FewestDays"/>, because compounding a short run overstates a year.</returns>
    public static double Of(double growth, double days) => days < FewestDays ? double.NaN
        : growth > 0 ? Math.Pow(growth, TradingCalendar.YearInDays / days) - 1
        : -1;

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? ReasonAgainst(double days) => days < FewestDays
        ? FormattableString.Invariant($"the run has {days:0.#} days, and annual returns need {FewestDays:0}")
        : null;

    /// <summary>From the first open to the last close, in days.</summary>
    public static double DaysOf(IEnumerable<CandleSeries> series, long lastClose) =>
        (lastClose - series.Min(s => s.OpenTimes[0])) / (double)UnixTime.MillisecondsPerDay;
}
