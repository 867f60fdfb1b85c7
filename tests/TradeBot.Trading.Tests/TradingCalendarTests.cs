using TradeBot.MarketData;
using TradeBot.Statistics;
using TradeBot.Strategies;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading.Tests;

public class TradingCalendarTests
{
    // 2024-01-01 was a Monday.
    private static readonly DateTime Monday = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Currencies_by_the_hour_have_312_days_a_year()
    {
        // From Sunday 22:00 to Friday 22:00 UTC, half a year: six UTC days a week.
        CandleSeries candles = Hours(26, time => time.DayOfWeek switch
        {
            DayOfWeek.Saturday => false,
            DayOfWeek.Sunday => time.Hour >= 22,
            DayOfWeek.Friday => time.Hour < 22,
            _ => true,
        });
        PerformanceSummary summary = Backtest.Run(candles, new BuyAndHold(), Market.Free).Performance;

        Assert.Equal(312, summary.PeriodsPerYear);
        double daily = Moments.Of(summary.PeriodReturns.Span).StandardDeviation;
        Assert.Equal(daily * Math.Sqrt(312), summary.Volatility, 1e-12);
        // What 365 days make 7.52 %, these make 6.95 %.
        Assert.Equal(6.95, 7.52 * summary.Volatility / (daily * Math.Sqrt(365)), 0.005);

        // The sweep's own path annualises by the same calendar.
        SweepTrial trial = Assert.Single(Sweep.Run(candles, [new SmaCross(5, 20)], Market.Free with { Fees = Fees.Bybit.Linear }));
        PerformanceSummary run = Backtest.Run(candles, new SmaCross(5, 20), Market.Free with { Fees = Fees.Bybit.Linear }).Performance;
        Assert.False(trial.IsByEngine);
        Assert.Equal(312, trial.PeriodsPerYear);
        Assert.Equal((run.Volatility, run.Sharpe, run.Sortino), (trial.Volatility, trial.Sharpe, trial.Sortino), new Near());
    }

    [Fact]
    public void Crypto_has_365_days_even_with_lost_days_and_an_outage_of_a_month()
    {
        Assert.Equal(365, Year(Hours(20, _ => true)));
        Assert.Equal(365, Year(Hours(20, time => time.DayOfYear % 5 != 0)));
        Assert.Equal(365, Year(Hours(20, time => time.Month != 3)));
        Assert.Equal(365, Year(Hours(52, time => time.Month is 1 or 12)));
    }

    [Fact]
    public void Stocks_have_252_days_by_the_day_and_by_the_hour()
    {
        bool Session(DateTime time) => time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && time.Hour is >= 14 and < 21;
        Assert.Equal(252, Year(Hours(8, Session)));
        Assert.Equal(252, Year(Hours(8, time => Session(time) && time.Day != 15))); // holidays
        Assert.Equal(252, Year(Hours(20, time => Session(time) || (time.Month == 3 && time.Day == 2)))); // trade on one Saturday
        Assert.Equal(252, Year(Hours(8, time => time.DayOfWeek is not (DayOfWeek.Friday or DayOfWeek.Saturday) && time.Hour is >= 7 and < 15))); // Sunday to Thursday
    }

    [Fact]
    public void Any_week_is_counted_by_its_days()
    {
        Assert.Equal(312, Year(Hours(8, time => time.DayOfWeek != DayOfWeek.Sunday)));
        Assert.Equal(208, Year(Hours(8, time => time.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday or DayOfWeek.Thursday)));
        Assert.Equal(52, Year(Hours(8, time => time.DayOfWeek == DayOfWeek.Wednesday)));
        // Every third day: none of the week regularly, a third of all.
        Assert.InRange(Year(Hours(60, time => (time - Monday).Days % 3 == 0)), 121, 123);
    }

    [Theory]
    [InlineData(10, 365)]
    [InlineData(14, 365)]
    [InlineData(15, 252)]
    public void Two_weeks_tell_nothing_yet(int days, double expected) =>
        Assert.Equal(expected, Year(Hours(3, time => time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (time - Monday).Days < days)));

    [Fact]
    public void Longer_candles_are_counted_by_themselves()
    {
        Assert.Equal(365.0 / 7, TradingCalendar.CandlesPerYear(Timeframe.OneWeek));
        Assert.Equal(12, TradingCalendar.CandlesPerYear(Timeframe.OneMonth));
        Assert.Equal((365, 7), (TradingCalendar.Of([]).DaysPerYear, TradingCalendar.Of([]).DaysPerWeek));
    }

    private static double Year(CandleSeries candles) => Backtest.Run(candles, new BuyAndHold(), Market.Free).Performance.PeriodsPerYear;

    private static CandleSeries Hours(int weeks, Func<DateTime, bool> isOpen)
    {
        var random = new Random(7);
        DateTime[] times = [.. Enumerable.Range(0, weeks * 7 * 24).Select(i => Monday.AddHours(i)).Where(isOpen)];
        double price = 1.1;
        double[] closes = [.. times.Select(_ => price *= 1 + 0.002 * (random.NextDouble() - 0.5))];
        double[] opens = [1.1, .. closes[..^1]];
        return new CandleSeries(
            "EURUSD", Timeframe.OneHour, times.Select(UnixTime.FromDateTime).ToArray(), opens,
            opens.Zip(closes, Math.Max).ToArray(), opens.Zip(closes, Math.Min).ToArray(), closes, closes);
    }

    private sealed class Near : IEqualityComparer<(double, double, double)>
    {
        public bool Equals((double, double, double) x, (double, double, double) y) => IsNear(x.Item1, y.Item1) && IsNear(x.Item2, y.Item2) && IsNear(x.Item3, y.Item3);

        public int GetHashCode((double, double, double) obj) => 0;

        private static bool IsNear(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(a));
    }
}
