using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Elder ray: how far high and low lie from the exponential average of closes.</summary>
/// <remarks>
/// NaN in the close makes every later output NaN. The default value is invalid.
/// Source: A. Elder, <i>Trading for a Living</i>, 1993.
/// </remarks>
public struct ElderRay : IIndicator<Candle, ElderRay.Power>
{
    private Ema _average;

    /// <param name="period">Length of the average, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public ElderRay(int period) => _average = new Ema(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _average.WarmUp;

    /// <returns>Both in the unit of prices; NaN for the first period − 1 calls.</returns>
    public Power Update(in Candle value)
    {
        double average = _average.Update(value.Close);
        return new Power(value.High - average, value.Low - average);
    }

    /// <summary>The powers after one candle.</summary>
    /// <param name="Bull">High minus average.</param>
    /// <param name="Bear">Low minus average.</param>
    public readonly record struct Power(double Bull, double Bear);
}
