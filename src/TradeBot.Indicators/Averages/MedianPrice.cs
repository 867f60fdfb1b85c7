using TradeBot.MarketData;

namespace TradeBot.Indicators.Averages;

/// <summary>The mean of high and low.</summary>
/// <remarks>NaN for a candle with a NaN in what is read.</remarks>
public struct MedianPrice : IIndicator<Candle, double>
{
    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In the unit of prices.</returns>
    public double Update(in Candle value) => (value.High + value.Low) / 2;
}
