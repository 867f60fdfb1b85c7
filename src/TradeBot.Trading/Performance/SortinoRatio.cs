namespace TradeBot.Trading.Performance;

/// <summary>Return per unit of downside risk.</summary>
public static class SortinoRatio
{
    /// <summary>Annualised Sortino ratio with target 0, dimensionless.</summary>
    /// <param name="returns">Simple returns, one per period, oldest first, as fractions.</param>
    /// <param name="periodsPerYear">Positive, finite: 365 for daily crypto returns.</param>
    /// <returns><c>√periodsPerYear · mean / √mean(min(r, 0)²)</c>, both means dividing by n; NaN when no return is negative.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> is out of range.</exception>
    /// <remarks>Source: F. Sortino and L. Price, <i>Journal of Investing</i> 3(3), 1994.</remarks>
    public static double Annualized(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        if (!(periodsPerYear > 0 && double.IsFinite(periodsPerYear)))
            throw new ArgumentOutOfRangeException(nameof(periodsPerYear), periodsPerYear, "Must be positive and finite.");

        double sum = 0, downside = 0;
        foreach (double r in returns)
        {
            sum += r;
            double loss = Math.Min(r, 0);
            downside += loss * loss;
        }

        int n = returns.Length;
        return downside > 0 ? Math.Sqrt(periodsPerYear) * (sum / n) / Math.Sqrt(downside / n) : double.NaN;
    }
}
