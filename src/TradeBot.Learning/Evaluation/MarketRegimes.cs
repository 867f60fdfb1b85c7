using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The market regime of each row of a data set. For evaluation only, not for decisions: the thresholds are computed from all rows.</summary>
public static class MarketRegimes
{
    /// <summary>Volatility terciles by the standard deviation of recent returns: <c>1 calm</c>, <c>2 usual</c> or <c>3 wild</c>.</summary>
    /// <param name="data">Made from candles.</param>
    /// <param name="candles">Returns in the window, at least 2.</param>
    /// <returns>One name per row; empty where the window is not full.</returns>
    /// <exception cref="InvalidOperationException">The rows were not computed from candles.</exception>
    public static string[] Volatility(Dataset data, int candles = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(candles, 2);
        double[] deviations = OfRows(data, f => f.Volatility(candles));
        double[] known = [.. deviations.Where(double.IsFinite).Order()];
        return Array.ConvertAll(deviations, deviation => !double.IsFinite(deviation) ? ""
            : deviation < known[known.Length / 3] ? "1 calm"
            : deviation < known[2 * known.Length / 3] ? "2 usual"
            : "3 wild");
    }

    /// <summary>By the sign of the return over the last candles: <c>up</c> or <c>down</c>.</summary>
    /// <param name="data">Made from candles.</param>
    /// <param name="candles">At least 1.</param>
    /// <returns>One name per row; empty where there is not enough history, or the price is unchanged.</returns>
    /// <exception cref="InvalidOperationException">The rows were not computed from candles.</exception>
    public static string[] Trend(Dataset data, int candles = 100) =>
        Array.ConvertAll(OfRows(data, f => f.Return(candles)), change => change > 0 ? "up" : change < 0 ? "down" : "");

    private static double[] OfRows(Dataset data, Func<FeatureBuilder, Feature> feature)
    {
        ArgumentNullException.ThrowIfNull(data);
        CandleSeries series = data.Series ?? throw new InvalidOperationException("Regimes are computed from candles, and these rows were not computed from candles.");
        double[] values = Features.Pipeline(f => [feature(f)]).Compute(series)[0];
        return Array.ConvertAll(data.Candles.ToArray(), candle => values[candle]);
    }
}
