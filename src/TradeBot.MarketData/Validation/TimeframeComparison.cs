namespace TradeBot.MarketData;

/// <summary>Compares native candles with resampled ones.</summary>
internal static class TimeframeComparison
{
    private const double VolumeTolerance = 1e-6; // relative tolerance; sources round volumes

    public static IReadOnlyList<CandleDefect> Run(CandleSeries shorter, CandleSeries longer)
    {
        ResampledCandles resampled = Resampler.Run(shorter, longer.Timeframe);
        CandleSeries made = resampled.Series;
        List<CandleDefect> defects = [];
        int i = 0, j = 0;
        while (i < made.Count && j < longer.Count)
        {
            if (made.OpenTimes[i] < longer.OpenTimes[j])
            {
                defects.Add(Describe(longer, made.OpenTimes[i], DefectSeverity.Warning, "is missing, although shorter candles exist"));
                i++;
            }
            else if (made.OpenTimes[i] > longer.OpenTimes[j])
            {
                if (i > 0)
                    defects.Add(Describe(longer, longer.OpenTimes[j], DefectSeverity.Warning, "exists, although there is no shorter candle"));
                j++;
            }
            else
            {
                if (Difference(made[i], longer[j]) is { } difference)
                    defects.Add(Describe(longer, longer.OpenTimes[j], difference, resampled.SourceCounts[i], shorter.Timeframe));
                i++;
                j++;
            }
        }

        return defects;
    }

    private static string? Difference(Candle made, Candle native)
    {
        List<string> differences = [];
        Compare("open", made.Open, native.Open, 0);
        Compare("high", made.High, native.High, 0);
        Compare("low", made.Low, native.Low, 0);
        Compare("close", made.Close, native.Close, 0);
        Compare("volume", made.Volume, native.Volume, VolumeTolerance);
        return differences.Count == 0 ? null : string.Join(", ", differences);

        void Compare(string name, double ours, double theirs, double tolerance)
        {
            if (!(Math.Abs(ours - theirs) <= tolerance * Math.Abs(theirs)))
                differences.Add(FormattableString.Invariant($"{name} {theirs} instead of {ours}"));
        }
    }

    private static CandleDefect Describe(CandleSeries longer, long open, string difference, int present, Timeframe inner)
    {
        long expected = inner.CandlesBetween(open, longer.Timeframe.NextOpen(open));
        return present == expected
            ? Describe(longer, open, DefectSeverity.Error, $"has {difference} from its {expected} {inner} candles")
            : Describe(longer, open, DefectSeverity.Warning, $"has {difference} from {present} of its {expected} {inner} candles: the missing ones may explain it");
    }

    private static CandleDefect Describe(CandleSeries longer, long open, DefectSeverity severity, string what)
    {
        DateTime from = UnixTime.ToDateTime(open), to = UnixTime.ToDateTime(longer.Timeframe.NextOpen(open));
        return new CandleDefect(
            longer.Symbol, longer.Timeframe, DefectKind.TimeframeMismatch, severity, from, to, 1,
            FormattableString.Invariant($"The {longer.Timeframe} candle of {from:yyyy-MM-dd HH:mm} {what}."));
    }
}
