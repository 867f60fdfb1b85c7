using Microsoft.Data.Analysis;
using TradeBot.MarketData;

namespace TradeBot.Integrations.DataAnalysis;

/// <summary>Candles as a <see cref="DataFrame"/> and back: <c>open_time</c> in UTC, prices, volume, and what else the series has.</summary>
public static class CandleFrames
{
    private const string OpenTime = "open_time", Open = "open", High = "high", Low = "low", Close = "close", Volume = "volume", Turnover = "turnover", Synthetic = "synthetic";

    /// <summary>One row per candle; <c>turnover</c> and <c>synthetic</c> only where the series has them. NaN stays NaN.</summary>
    public static DataFrame ToDataFrame(this CandleSeries candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        List<DataFrameColumn> columns =
        [
            new DateTimeDataFrameColumn(OpenTime, Enumerable.Range(0, candles.Count).Select(candles.OpenTimeAt)),
            new DoubleDataFrameColumn(Open, candles.Open.ToArray()),
            new DoubleDataFrameColumn(High, candles.High.ToArray()),
            new DoubleDataFrameColumn(Low, candles.Low.ToArray()),
            new DoubleDataFrameColumn(Close, candles.Close.ToArray()),
            new DoubleDataFrameColumn(Volume, candles.Volume.ToArray()),
        ];
        if (candles.HasTurnover)
            columns.Add(new DoubleDataFrameColumn(Turnover, candles.Turnover.ToArray()));
        if (candles.HasSynthetic)
            columns.Add(new BooleanDataFrameColumn(Synthetic, candles.Synthetic.ToArray()));
        return new DataFrame(columns);
    }

    /// <summary>The series of a frame with the columns that <see cref="ToDataFrame"/> writes; others are ignored.</summary>
    /// <param name="frame">One row per candle, times rising; a time is taken as UTC, an empty number as NaN.</param>
    /// <param name="symbol">The exchange's name of the instrument.</param>
    /// <param name="timeframe">Length of each candle.</param>
    /// <exception cref="ArgumentException">A column is missing, a value does not fit its column, or the times do not rise.</exception>
    public static CandleSeries ToCandles(this DataFrame frame, string symbol, Timeframe timeframe)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new CandleSeries(
            symbol,
            timeframe,
            Array.ConvertAll(DataFrameColumns.Times(frame, OpenTime), UnixTime.FromDateTime),
            DataFrameColumns.Doubles(frame, Open),
            DataFrameColumns.Doubles(frame, High),
            DataFrameColumns.Doubles(frame, Low),
            DataFrameColumns.Doubles(frame, Close),
            DataFrameColumns.Doubles(frame, Volume),
            DataFrameColumns.Has(frame, Turnover) ? DataFrameColumns.Doubles(frame, Turnover) : default(ReadOnlyMemory<double>),
            DataFrameColumns.Has(frame, Synthetic) ? DataFrameColumns.Booleans(frame, Synthetic) : default(ReadOnlyMemory<bool>));
    }
}
