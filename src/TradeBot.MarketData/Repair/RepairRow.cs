namespace TradeBot.MarketData;

/// <summary>A candle under repair.</summary>
internal readonly record struct RepairRow(long OpenTime, Candle Candle, bool IsSynthetic)
{
    public static RepairRow Of(Candle candle, bool isSynthetic = false) => new(UnixTime.FromDateTime(candle.OpenTime), candle, isSynthetic);

    /// <summary>True when the values are possible for one candle.</summary>
    public bool HasValidValues => CandleRow.IsPrice(Candle.Open) && CandleRow.IsPrice(Candle.High) && CandleRow.IsPrice(Candle.Low)
        && CandleRow.IsPrice(Candle.Close) && Candle.High >= Math.Max(Candle.Open, Candle.Close) && Candle.Low <= Math.Min(Candle.Open, Candle.Close)
        && CandleRow.IsQuantity(Candle.Volume) && (double.IsNaN(Candle.Turnover) || CandleRow.IsQuantity(Candle.Turnover));
}
