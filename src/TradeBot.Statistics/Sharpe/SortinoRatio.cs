namespace TradeBot.Statistics;

/// <summary>Return per unit of downside risk.</summary>
public static class SortinoRatio
{
    /// <summary>Annualised Sortino ratio with target 0, dimensionless.</summary>
    /// <param name="returns">Simple returns, one per period, oldest first, as fractions.</param>
    /// <param name="periodsPerYear">Positive, finite: 365 for daily crypto returns.</param>
    /// <returns><c>√periodsPerYear · mean / downside deviation</c>; NaN when no return is negative.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> is out of range.</exception>
    /// <remarks>Source: F. Sortino and L. Price, <i>Journal of Investing</i> 3(3), 1994.</remarks>
    public static double Annualized(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        if (!(periodsPerYear > 0 && double.IsFinite(periodsPerYear)))
            throw new ArgumentOutOfRangeException(nameof(periodsPerYear), periodsPerYear, "Must be positive and finite.");

        double sum = 0;
        foreach (double r in returns)
            sum += r;
        double downside = DownsideDeviation(returns);
        return downside > 0 ? Math.Sqrt(periodsPerYear) * (sum / returns.Length) / downside : double.NaN;
    }

    /// <summary>The root of the mean of <c>min(r, 0)²</c>, dividing by n, per period; NaN without returns.</summary>
    /// <param name="returns">Simple returns.</param>
    public static double DownsideDeviation(ReadOnlySpan<double> returns)
    {
        double squares = 0;
        foreach (double r in returns)
        {
            double loss = Math.Min(r, 0);
            squares += loss * loss;
        }

        return Math.Sqrt(squares / returns.Length);
    }
}
