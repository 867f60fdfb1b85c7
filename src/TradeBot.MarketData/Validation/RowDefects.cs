namespace TradeBot.MarketData;

/// <summary>Describes the defects of a run of rows.</summary>
internal static class RowDefects
{
    public static CandleDefect Describe(DefectKind kind, RowColumns rows, DefectRun run)
    {
        string first = FirstRow(kind, rows, run.First);
        string sentence = run.Count == 1
            ? $"{first}."
            : kind is DefectKind.ZeroVolume or DefectKind.Synthetic
                ? FormattableString.Invariant($"{run.Count:N0} candles in a row from {Time(rows, run.First):yyyy-MM-dd HH:mm}: {Plural(kind)}.")
                : FormattableString.Invariant($"{run.Count:N0} rows: {Plural(kind)}; the first: {first}.");
        return Make(kind, SeverityOf(kind), rows, run, sentence);
    }

    public static CandleDefect Stuck(RowColumns rows, DefectRun run, double volume) => Make(
        DefectKind.StuckPrice, DefectSeverity.Warning, rows, run,
        FormattableString.Invariant(
            $"{run.Count:N0} candles in a row at the one price {rows.Close[run.First]}, although {volume} was traded: the feed may have been stuck."));

    private static DefectSeverity SeverityOf(DefectKind kind) =>
        kind is DefectKind.ZeroVolume or DefectKind.Synthetic ? DefectSeverity.Information : DefectSeverity.Error;

    private static string Plural(DefectKind kind) => kind switch
    {
        DefectKind.Duplicate => "open times that were there before",
        DefectKind.Disorder => "candles that come after later ones",
        DefectKind.OffGrid => "open times off the timeframe's grid",
        DefectKind.NotFinite => "values that are not finite",
        DefectKind.NonPositivePrice => "prices that are zero or negative",
        DefectKind.PriceOrder => "highs or lows that do not span the other prices",
        DefectKind.NegativeVolume => "negative amounts",
        DefectKind.Synthetic => "made up by a repair",
        _ => "nothing was traded",
    };

    private static string FirstRow(DefectKind kind, RowColumns rows, int i) => FormattableString.Invariant(kind switch
    {
        DefectKind.Duplicate => $"row {i + 1} repeats the open time {Time(rows, i):yyyy-MM-dd HH:mm:ss}",
        DefectKind.Disorder => $"row {i + 1}, {Time(rows, i):yyyy-MM-dd HH:mm:ss}, comes after a later candle",
        DefectKind.OffGrid => $"row {i + 1} opens at {Time(rows, i):yyyy-MM-dd HH:mm:ss.fff}, which no {rows.Timeframe} candle does",
        DefectKind.NegativeVolume => $"row {i + 1} has volume {rows.Volume[i]} and turnover {(rows.Turnover.IsEmpty ? double.NaN : rows.Turnover[i])}",
        DefectKind.ZeroVolume => $"nothing was traded at {Time(rows, i):yyyy-MM-dd HH:mm}",
        DefectKind.Synthetic => $"the candle of {Time(rows, i):yyyy-MM-dd HH:mm} was made up by a repair",
        DefectKind.NotFinite => $"row {i + 1} has open {rows.Open[i]}, high {rows.High[i]}, low {rows.Low[i]}, close {rows.Close[i]}, volume {rows.Volume[i]}",
        _ => $"row {i + 1} has open {rows.Open[i]}, high {rows.High[i]}, low {rows.Low[i]}, close {rows.Close[i]}",
    });

    private static CandleDefect Make(DefectKind kind, DefectSeverity severity, RowColumns rows, DefectRun run, string sentence)
    {
        DateTime from = Time(rows, run.First);
        DateTime to = UnixTime.ToDateTime(rows.Timeframe.NextOpen(rows.OpenTimes[run.Last]));
        return new CandleDefect(rows.Symbol, rows.Timeframe, kind, severity, from, to, run.Count, char.ToUpperInvariant(sentence[0]) + sentence[1..]);
    }

    private static DateTime Time(RowColumns rows, int i) => UnixTime.ToDateTime(rows.OpenTimes[i]);
}

/// <summary>Neighbouring rows with the same defect.</summary>
internal readonly record struct DefectRun(int First, int Last, int Count)
{
    public DefectRun(int row)
        : this(row, row, 1)
    {
    }

    /// <summary>The run extended by one row.</summary>
    public DefectRun To(int row) => new(First, row, Count + 1);
}
