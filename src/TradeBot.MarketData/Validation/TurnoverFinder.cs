namespace TradeBot.MarketData;

/// <summary>Finds a turnover that is not the traded value.</summary>
internal static class TurnoverFinder
{
    public static void Find(RowColumns rows, List<CandleDefect> defects)
    {
        if (rows.Turnover.IsEmpty || rows.Count == 0)
            return;

        TurnoverCheck check = default;
        for (int i = 0; i < rows.Count; i++)
            check.Add(rows.Low[i], rows.High[i], rows.Volume[i], rows.Turnover[i]);
        if (check.Fits)
            return;

        DateTime from = UnixTime.ToDateTime(rows.OpenTimes[0]);
        defects.Add(new CandleDefect(
            rows.Symbol, rows.Timeframe, DefectKind.TurnoverMismatch, DefectSeverity.Error,
            from, UnixTime.ToDateTime(rows.Timeframe.NextOpen(rows.OpenTimes[^1])), check.Misfits,
            FormattableString.Invariant($"The turnover is not the traded value: divided by the volume it is not a price between low and high in {check.Misfits:N0} of {rows.Count:N0} rows.")));
    }
}
