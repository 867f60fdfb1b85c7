namespace TradeBot.Statistics;

/// <summary>How long a backtest must be before the best of many trials is more than luck would give.</summary>
public static class MinimumBacktestLength
{
    /// <summary>The years below which luck alone is expected to give the best trial a Sharpe ratio.</summary>
    /// <param name="trials">How many independent trials were made; at least 1.</param>
    /// <param name="annualSharpe">The Sharpe ratio per year that luck shall not reach; positive.</param>
    /// <returns><c>(E[max] / SR)²</c> years, E[max] being the expected maximum of so many standard normal draws; 0 for one trial.</returns>
    /// <remarks>Source: Bailey, Borwein, López de Prado, Zhu, "Pseudo-mathematics and financial charlatanism", <i>Notices of the AMS</i> 61(5), 2014.</remarks>
    public static double Years(double trials, double annualSharpe = 1)
    {
        if (!(annualSharpe > 0 && double.IsFinite(annualSharpe)))
            throw new ArgumentOutOfRangeException(nameof(annualSharpe), annualSharpe, "Must be positive and finite.");
        return Math.Pow(ExpectedMaximumSharpe.Of(1, trials) / annualSharpe, 2);
    }
}
