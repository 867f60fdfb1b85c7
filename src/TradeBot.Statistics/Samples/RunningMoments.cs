namespace TradeBot.Statistics;

/// <summary>Streaming mean and sum of squared deviations. For equal values the mean is exact and the deviation 0.</summary>
/// <remarks>A copy is a checkpoint; the default value is empty. Source: B. Welford, <i>Technometrics</i> 4(3), 1962.</remarks>
public struct RunningMoments
{
    /// <summary>Sum of the weights: the count where each is 1.</summary>
    public double Weight { readonly get; private set; }

    /// <summary>Weighted mean; 0 before the first value.</summary>
    public double Mean { readonly get; private set; }

    /// <summary>Weighted sum of the squared deviations from the mean.</summary>
    public double Squares { readonly get; private set; }

    /// <summary>The moments of a sample, each value with weight 1.</summary>
    public static RunningMoments Of(ReadOnlySpan<double> values)
    {
        var moments = new RunningMoments();
        foreach (double value in values)
            moments.Add(value);
        return moments;
    }

    /// <summary>Adds a value.</summary>
    /// <param name="value">In any unit; after NaN, mean and squares are NaN.</param>
    /// <param name="weight">Not negative, and positive for the first value.</param>
    public void Add(double value, double weight = 1)
    {
        Weight += weight;
        double delta = value - Mean;
        Mean += delta * weight / Weight;
        Squares += weight * delta * (value - Mean);
    }
}
