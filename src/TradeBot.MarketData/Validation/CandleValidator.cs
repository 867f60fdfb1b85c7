namespace TradeBot.MarketData;

/// <summary>Finds defects in candles. It changes nothing; repair is a separate, logged step.</summary>
public static class CandleValidator
{
    private const int Passes = 3; // rows, gaps, outliers

    /// <summary>Checks a series.</summary>
    /// <param name="series">Its times are increasing by construction; everything else is checked.</param>
    /// <param name="options">Thresholds; defaults when null.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static ValidationReport Validate(this CandleSeries series, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Validate(new RowColumns(series), options ?? new ValidationOptions(), []);
    }

    /// <summary>Checks rows as read.</summary>
    /// <inheritdoc cref="Validate(CandleSeries, ValidationOptions?)"/>
    /// <param name="table">Rows in any order.</param>
    /// <param name="options">Thresholds; defaults when null.</param>
    public static ValidationReport Validate(this CandleTable table, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Validate(new RowColumns(table), options ?? new ValidationOptions(), []);
    }

    /// <summary>Compares candles with resampled shorter ones of the same symbol.</summary>
    /// <param name="shorter">The shorter candles.</param>
    /// <param name="longer">Candles of a multiple of the shorter timeframe, from the same market.</param>
    /// <returns>One <see cref="DefectKind.TimeframeMismatch"/> per longer candle that differs.</returns>
    /// <exception cref="ArgumentException">The longer timeframe is not a multiple of the shorter one.</exception>
    public static IReadOnlyList<CandleDefect> CompareTimeframes(CandleSeries shorter, CandleSeries longer)
    {
        ArgumentNullException.ThrowIfNull(shorter);
        ArgumentNullException.ThrowIfNull(longer);
        return TimeframeComparison.Run(shorter, longer);
    }

    internal static ValidationReport Validate(RowColumns rows, ValidationOptions options, IReadOnlyList<CandleDefect> found)
    {
        options.Check();
        using LongWork work = LongWork.Begin($"Validate {rows.Symbol} {rows.Timeframe}", "passes", CancellationToken.None);
        List<CandleDefect> defects = [.. found];
        var pass = new RowPass(rows, options, defects);
        pass.Run();
        work.Step(Passes);

        bool isClean = pass.IsOrdered && defects.TrueForAll(defect => defect.Kind != DefectKind.OffGrid);
        ReadOnlySpan<long> times = GapFinder.Distinct(rows.OpenTimes, rows.Timeframe, isClean);
        GapFinder.Find(rows.Symbol, rows.Timeframe, times, defects);
        TurnoverFinder.Find(rows, defects);
        SplitFinder.Find(rows, defects);
        work.Step(Passes);
        OutlierFinder.Find(rows, options.OutlierScore, defects);
        work.Step(Passes);
        if (options.Now is { } now && times.Length > 0 && UnixTime.ToDateTime(rows.Timeframe.NextOpen(times[^1])) > now)
            defects.Add(OpenCandle(rows, times[^1], now));

        IEnumerable<CandleDefect> ordered = defects.OrderBy(defect => defect.From).ThenBy(defect => defect.Kind);
        return new ValidationReport(rows.Symbol, rows.Timeframe, rows.Count, [.. ordered], DailyCompleteness.Of(times, rows.Timeframe));
    }

    private static CandleDefect OpenCandle(RowColumns rows, long open, DateTime now)
    {
        DateTime from = UnixTime.ToDateTime(open), to = UnixTime.ToDateTime(rows.Timeframe.NextOpen(open));
        return new CandleDefect(
            rows.Symbol, rows.Timeframe, DefectKind.OpenCandle, DefectSeverity.Error, from, to, 1,
            FormattableString.Invariant($"The last candle closes at {to:yyyy-MM-dd HH:mm:ss}, and it is {now:yyyy-MM-dd HH:mm:ss}: its values will still change."));
    }
}
