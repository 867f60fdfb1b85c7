using TradeBot.MarketData;

namespace TradeBot.Indicators.Averages;

/// <summary>The mean of high, low and close.</summary>
/// <remarks>NaN for a candle with a NaN in what is read.</remarks>
public struct TypicalPrice : IIndicator<Candle, double>
{
    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In the unit of prices.</returns>
    public double Update(in Candle value) => (value.High + value.Low + value.Close) / 3;
}

/// <summary>The mean of high and low.</summary>
/// <remarks>NaN for a candle with a NaN in what is read.</remarks>
public struct MedianPrice : IIndicator<Candle, double>
{
    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In the unit of prices.</returns>
    public double Update(in Candle value) => (value.High + value.Low) / 2;
}

/// <summary>The mean of high, low and twice the close.</summary>
/// <remarks>NaN for a candle with a NaN in what is read.</remarks>
public struct WeightedClose : IIndicator<Candle, double>
{
    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In the unit of prices.</returns>
    public double Update(in Candle value) => (value.High + value.Low + 2 * value.Close) / 4;
}

/// <summary>The mean of open, high, low and close.</summary>
/// <remarks>NaN for a candle with a NaN in what is read.</remarks>
public struct AveragePrice : IIndicator<Candle, double>
{
    /// <inheritdoc/>
    public readonly int WarmUp => 1;

    /// <returns>In the unit of prices.</returns>
    public double Update(in Candle value) => (value.Open + value.High + value.Low + value.Close) / 4;
}
