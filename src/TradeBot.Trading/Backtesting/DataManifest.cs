using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>The candles of a run.</summary>
/// <param name="Symbol">The exchange's name of the instrument.</param>
/// <param name="Timeframe">Short form, such as 1m.</param>
/// <param name="Candles">How many candles.</param>
/// <param name="From">Open time of the first, UTC.</param>
/// <param name="To">Close time of the last, UTC.</param>
/// <param name="Gaps">How many gaps there are.</param>
/// <param name="MissingCandles">How many candles are absent in all.</param>
/// <param name="ContentHash">SHA-256 over every column.</param>
public sealed record DataManifest(
    string Symbol, string Timeframe, int Candles, DateTime From, DateTime To, int Gaps, long MissingCandles, string ContentHash)
{
    /// <summary>Describes a series.</summary>
    /// <param name="series">At least one candle.</param>
    public static DataManifest Of(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        IReadOnlyList<CandleGap> gaps = series.Gaps();
        return new DataManifest(
            series.Symbol, series.Timeframe.ToString(), series.Count, series.OpenTimeAt(0), series.CloseTimeAt(series.Count - 1),
            gaps.Count, gaps.Sum(g => g.Missing), series.ContentHash);
    }
}
