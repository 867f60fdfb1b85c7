namespace TradeBot.Statistics;

/// <summary>Minimum backtest length for the best of many trials to exceed what luck would give.</summary>
public static class MinimumBacktestLength
{
    /// <summary>The length in years below which the best trial is expected to reach a Sharpe ratio by luck.</summary>
    /// <param name="trials">Number of independent trials; at least 1.</param>
    /// <param name="annualSharpe">The annualised Sharpe ratio that luck should not reach; positive.</param>
    /// <returns><c>(E[max] / SR)²</c> years, E[max] being the expected maximum of that many standard normal draws; 0 for one trial.</returns>
    /// <remarks>Source: Bailey, Borwein, López de Prado, Zhu, "Pseudo-mathematics and financial charlatanism", <i>Notices of the AMS</i> 61(5), 2014.</remarks>
    public static double Years(double trials, double annualSharpe = 1)
    {
        if (!(annualSharpe > 0 && double.IsFinite(annualSharpe)))
            throw new ArgumentOutOfRangeException(nameof(annualSharpe), annualSharpe, "Must be positive and finite.");
        return Math.Pow(ExpectedMaximumSharpe.Of(1, trials) / annualSharpe, 2);
    }
}
