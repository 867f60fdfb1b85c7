using System.Globalization;

using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Ticks at round calendar times, UTC.</summary>
internal static class TimeTicks
{
    private enum Unit
    {
        Second,
        Minute,
        Hour,
        Day,
        Week,
        Month,
        Year,
    }

    private readonly record struct Step(Unit Unit, int Count, double Milliseconds)
    {
        /// <summary>The room that a label of this unit needs, in pixels.</summary>
        public double Room => Unit switch
        {
            Unit.Second => 76,
            Unit.Minute or Unit.Hour => 58,
            Unit.Day or Unit.Week => 62,
            _ => 48,
        };
    }

    private static readonly Step[] Steps =
    [
        .. Every(Unit.Second, 1_000, 1, 5, 15, 30),
        .. Every(Unit.Minute, 60_000, 1, 2, 5, 10, 15, 30),
        .. Every(Unit.Hour, 3_600_000, 1, 2, 3, 6, 12),
        .. Every(Unit.Day, 86_400_000, 1, 2),
        .. Every(Unit.Week, 7 * 86_400_000.0, 1, 2),
        .. Every(Unit.Month, 30.4 * 86_400_000, 1, 2, 3, 6),
        .. Every(Unit.Year, 365.25 * 86_400_000, 1, 2, 5, 10, 20, 50, 100),
    ];

    /// <summary>Ticks in [minimum, maximum].</summary>
    /// <param name="minimum">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="maximum">Milliseconds since 1970-01-01 UTC, above the minimum.</param>
    /// <param name="pixels">The length of the axis, positive.</param>
    public static List<AxisTick> Between(double minimum, double maximum, double pixels)
    {
        double pixelsPerMillisecond = pixels / (maximum - minimum);
        Step step = Array.Find(Steps, s => s.Milliseconds * pixelsPerMillisecond >= s.Room);
        if (step.Count == 0)
            step = Steps[^1];

        var ticks = new List<AxisTick>();
        string context = "";
        for (DateTime time = FirstAtOrAfter(Moment(minimum), step); UnixTime.FromDateTime(time) <= maximum; time = Next(time, step))
        {
            string now = Context(time, step.Unit);
            ticks.Add(new AxisTick(UnixTime.FromDateTime(time), Label(time, step.Unit), now == context ? "" : now));
            context = now;
        }

        return ticks;
    }

    private static Step[] Every(Unit unit, double milliseconds, params int[] counts) =>
        [.. counts.Select(count => new Step(unit, count, count * milliseconds))];

    private static DateTime Moment(double milliseconds) => UnixTime.ToDateTime((long)Math.Ceiling(milliseconds));

    private static DateTime FirstAtOrAfter(DateTime time, Step step)
    {
        DateTime floor = Floor(time, step);
        return floor < time ? Next(floor, step) : floor;
    }

    private static DateTime Floor(DateTime time, Step step) => step.Unit switch
    {
        Unit.Year => Utc(Math.Max(1, time.Year / step.Count * step.Count), 1),
        Unit.Month => Utc(time.Year, (time.Month - 1) / step.Count * step.Count + 1),
        Unit.Week => FloorTo(time, TimeSpan.FromDays(7 * step.Count), new DateTime(1970, 1, 5, 0, 0, 0, DateTimeKind.Utc)),
        _ => FloorTo(time, TimeSpan.FromMilliseconds(step.Milliseconds), DateTime.UnixEpoch),
    };

    private static DateTime Next(DateTime time, Step step) => step.Unit switch
    {
        Unit.Year => time.AddYears(step.Count),
        Unit.Month => time.AddMonths(step.Count),
        _ => time.AddMilliseconds(step.Milliseconds),
    };

    private static DateTime FloorTo(DateTime time, TimeSpan step, DateTime anchor)
    {
        long remainder = (time - anchor).Ticks % step.Ticks;
        return time.AddTicks(remainder < 0 ? -remainder - step.Ticks : -remainder);
    }

    private static DateTime Utc(int year, int month) => new(year, month, 1, 0, 0, 0, DateTimeKind.Utc);

    private static string Label(DateTime time, Unit unit) => Text(time, unit switch
    {
        Unit.Second => "HH:mm:ss",
        Unit.Minute or Unit.Hour => "HH:mm",
        Unit.Day or Unit.Week => "dd MMM",
        Unit.Month => "MMM",
        _ => "yyyy",
    });

    private static string Context(DateTime time, Unit unit) => unit switch
    {
        Unit.Second or Unit.Minute or Unit.Hour => Text(time, "dd MMM yyyy"),
        Unit.Year => "",
        _ => Text(time, "yyyy"),
    };

    private static string Text(DateTime time, string pattern) => time.ToString(pattern, CultureInfo.InvariantCulture);
}
