using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Market;

/// <summary>Longer candles from shorter ones, as an exchange has them: also those of which a part is missing.</summary>
internal static class CandleBuckets
{
    /// <param name="shorter">Candles to join.</param>
    /// <param name="longer">Length of what they become.</param>
    /// <param name="quantityDecimals">Decimal places of a volume: sums of doubles have more.</param>
    public static CandleSeries Of(CandleSeries shorter, Timeframe longer, int quantityDecimals)
    {
        List<Candle> candles = [];
        long bucket = long.MinValue;
        for (int i = 0; i < shorter.Count; i++)
        {
            long open = longer.OpenOf(shorter.OpenTimes[i]);
            if (open == bucket)
                candles[^1] = Join(candles[^1], shorter[i]);
            else
                candles.Add(shorter[i] with { OpenTime = UnixTime.ToDateTime(open) });
            bucket = open;
        }

        return ToSeries(shorter.Symbol, longer, [.. candles.Select(candle => candle with { Volume = Math.Round(candle.Volume, quantityDecimals) })]);
    }

    public static Candle Join(Candle earlier, Candle later) => earlier with
    {
        High = Math.Max(earlier.High, later.High),
        Low = Math.Min(earlier.Low, later.Low),
        Close = later.Close,
        Volume = earlier.Volume + later.Volume,
        Turnover = earlier.Turnover + later.Turnover,
    };

    public static CandleSeries ToSeries(string symbol, Timeframe timeframe, List<Candle> candles)
    {
        double[] Column(Func<Candle, double> value) => [.. candles.Select(value)];
        return new CandleSeries(
            symbol, timeframe, candles.Select(candle => UnixTime.FromDateTime(candle.OpenTime)).ToArray(),
            Column(candle => candle.Open), Column(candle => candle.High), Column(candle => candle.Low),
            Column(candle => candle.Close), Column(candle => candle.Volume), Column(candle => candle.Turnover));
    }
}
