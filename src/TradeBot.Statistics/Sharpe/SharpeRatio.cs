namespace TradeBot.Statistics;

/// <summary>Return per unit of risk.</summary>
public static class SharpeRatio
{
    /// <summary>Annualised Sharpe ratio, dimensionless.</summary>
    /// <param name="returns">Simple returns, one per period, oldest first, as fractions.</param>
    /// <param name="periodsPerYear">Positive, finite: 365 for daily crypto returns.</param>
    /// <returns><c>√periodsPerYear · mean / s</c>, s dividing by n − 1; NaN when s is 0 or there are fewer than two returns.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> is out of range.</exception>
    /// <remarks>Risk-free rate taken as 0. Source: W. Sharpe, <i>Journal of Portfolio Management</i> 21(1), 1994.</remarks>
    public static double Annualized(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        if (!(periodsPerYear > 0 && double.IsFinite(periodsPerYear)))
            throw new ArgumentOutOfRangeException(nameof(periodsPerYear), periodsPerYear, "Must be positive and finite.");

        var moments = Moments.Of(returns);
        return moments.StandardDeviation > 0 ? Math.Sqrt(periodsPerYear) * moments.Mean / moments.StandardDeviation : double.NaN;
    }
}
