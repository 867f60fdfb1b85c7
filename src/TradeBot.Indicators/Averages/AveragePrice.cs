using TradeBot.MarketData;

namespace TradeBot.Indicators.Averages;

/// <summary>The mean of open, high, low and close.</summary>
/// <remarks>NaN for a candle with a NaN in what is read.</remarks>
public struct AveragePrice : IIndicator<Candle, double>
{
    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In the unit of prices.</returns>
    public double Update(in Candle value) => (value.Open + value.High + value.Low + value.Close) / 4;
}
