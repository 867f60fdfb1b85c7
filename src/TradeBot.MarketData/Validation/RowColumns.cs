namespace TradeBot.MarketData;

/// <summary>The columns to validate, of a series or a table, as spans of equal length.</summary>
internal readonly ref struct RowColumns
{
    public RowColumns(CandleSeries series)
    {
        Symbol = series.Symbol;
        Timeframe = series.Timeframe;
        OpenTimes = series.OpenTimes;
        Open = series.Open;
        High = series.High;
        Low = series.Low;
        Close = series.Close;
        Volume = series.Volume;
        Turnover = series.Turnover;
        Synthetic = series.Synthetic;
    }

    public RowColumns(CandleTable table)
    {
        Symbol = table.Symbol;
        Timeframe = table.Timeframe;
        OpenTimes = table.OpenTimes;
        Open = table.Open;
        High = table.High;
        Low = table.Low;
        Close = table.Close;
        Volume = table.Volume;
        Turnover = table.Turnover;
        Synthetic = table.Synthetic;
    }

    public string Symbol { get; }

    public Timeframe Timeframe { get; }

    public ReadOnlySpan<long> OpenTimes { get; }

    public ReadOnlySpan<double> Open { get; }

    public ReadOnlySpan<double> High { get; }

    public ReadOnlySpan<double> Low { get; }

    public ReadOnlySpan<double> Close { get; }

    public ReadOnlySpan<double> Volume { get; }

    public ReadOnlySpan<double> Turnover { get; }

    public ReadOnlySpan<bool> Synthetic { get; }

    public int Count => OpenTimes.Length;
}
