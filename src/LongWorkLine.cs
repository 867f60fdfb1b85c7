using System.Globalization;

namespace TradeBot;

/// <summary>The progress line that a notebook shows for long work.</summary>
/// <param name="title">What it is.</param>
/// <param name="unit">What is counted, in the plural.</param>
internal sealed class LongWorkLine(string title, string unit)
{
    private const int Width = 20;

    /// <summary>During the work: bar, done of total, rate, time left, best so far.</summary>
    public string Now(double done, double total, string? best, TimeSpan elapsed)
    {
        if (!(total > 0))
            return Join(title, $"{Time(elapsed)} so far");

        double share = Math.Clamp(done / total, 0, 1);
        int filled = (int)(share * Width);
        string bar = new string('█', filled) + new string('░', Width - filled);
        string? rate = null, left = null;
        if (done > 0 && elapsed > TimeSpan.Zero)
        {
            double perSecond = done / elapsed.TotalSeconds;
            rate = perSecond >= 1
                ? string.Create(CultureInfo.InvariantCulture, $"{perSecond:N0} per second")
                : string.Create(CultureInfo.InvariantCulture, $"{perSecond * 60:0.#} per minute");
            left = done < total ? $"{Time(elapsed * ((total - done) / done))} left" : null;
        }

        return Join($"{title}  {bar} {Percent(share)}", Count(done, total), rate, left, best is null ? null : $"best so far {best}");
    }

    /// <summary>After its end: the same for every run that did the same.</summary>
    public string AtEnd(double done, double total, string? best) => done >= total && total > 0
        ? Join(title, Count(done, total), Best(best))
        : Join(title, total > 0 ? $"stopped at {Count(done, total)}" : "stopped", Best(best));

    private static string Join(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => part is not null));

    private static string? Best(string? best) => best is null ? null : $"best {best}";

    private static string Percent(double share) => FormattableString.Invariant($"{Math.Floor(100 * share):0} %");

    private static string Time(TimeSpan time) => time switch
    {
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s"),
    };

    private string Count(double done, double total) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(done):N0} of {total:N0} {unit}");
}
