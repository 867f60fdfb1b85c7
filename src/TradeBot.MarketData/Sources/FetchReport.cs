using System.Globalization;
using System.Text;

namespace TradeBot.MarketData;

/// <summary>Result of a fetch: what was received, and what is missing or wrong.</summary>
[TypeFormatterSource]
public sealed class FetchReport
{
    private const int LinesShown = 20;

    internal FetchReport(string source, IReadOnlyList<FetchedSeries> series, long? requests, TimeSpan time) =>
        (Source, Series, Requests, Time) = (source, series, requests, time);

    /// <summary>The source of the candles.</summary>
    public string Source { get; }

    /// <summary>One entry per symbol and timeframe, in the order requested.</summary>
    public IReadOnlyList<FetchedSeries> Series { get; }

    /// <summary>Requests sent, including retries; null for a source that does not count them.</summary>
    public long? Requests { get; }

    /// <summary>Duration.</summary>
    public TimeSpan Time { get; }

    /// <summary>Candles received.</summary>
    public long Received => Series.Sum(series => series.Received);

    /// <summary>Such as <c>in 2.8 s with 526 requests</c>.</summary>
    public string Effort => string.Create(CultureInfo.InvariantCulture, $"in {Time.TotalSeconds:0.0} s{(Requests is { } sent ? string.Create(CultureInfo.InvariantCulture, $" with {sent:N0} requests") : "")}");

    /// <summary>True when something must be repaired before use.</summary>
    public bool HasErrors => Series.Any(series => series.Validation?.HasErrors == true);

    /// <summary>A summary line, and one line per series that is empty, has gaps or has defects; when there are many, the rest are only counted.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Source}: {Series.Count} series, {Received:N0} candles received {Effort}, {Series.Sum(s => (long)s.Held):N0} held, {Series.Sum(s => s.Missing):N0} missing\n");
        FetchedSeries[] notable = [.. Series.Where(series => series.Held == 0 || series.Missing > 0 || series.Validation?.IsSound == false)];
        foreach (FetchedSeries series in notable.Take(LinesShown))
            text.Append(CultureInfo.InvariantCulture, $"{series.Symbol} {series.Timeframe}: {Describe(series)}\n");
        if (notable.Length > LinesShown)
            text.Append(CultureInfo.InvariantCulture, $"and {notable.Length - LinesShown} more\n");
        return text.ToString();
    }

    private static string Describe(FetchedSeries series) => series.Validation is not { } validation
        ? "the exchange has no closed candles in this range"
        : string.Create(CultureInfo.InvariantCulture, $"{series.Held:N0} held, {validation.Fraction:P2} complete; {string.Join(", ", validation.Counts.Select(count => $"{count.Candles:N0} {Words(count.Kind)}"))}");

    private static string Words(DefectKind kind) =>
        string.Concat(kind.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}

/// <summary>Result of a fetch for one symbol and timeframe.</summary>
/// <param name="Symbol">The instrument.</param>
/// <param name="Timeframe">Length of its candles.</param>
/// <param name="Received">Candles received from the exchange.</param>
/// <param name="Held">Candles now in the store for the range.</param>
/// <param name="Validation">Their validation; null when there are none.</param>
public sealed record FetchedSeries(string Symbol, Timeframe Timeframe, long Received, int Held, ValidationReport? Validation)
{
    /// <summary>Candles missing between the first and the last stored one: the market had none, or the exchange lost them.</summary>
    public long Missing => Validation?.CandlesWith(DefectKind.Gap) ?? 0;
}
