namespace TradeBot.Optimization;

/// <summary>One objective made of several metrics by weight, each brought to the scale from 0 (as bad as matters) to 1 (as good as matters). Immutable.</summary>
/// <typeparam name="TResult">What an evaluation gives.</typeparam>
/// <remarks>
/// <code>
/// Blend&lt;Run&gt; blend = Blend&lt;Run&gt;.Empty
///     .Add(0.5, r => r.FinalBalance, worst: 10_000, best: 20_000)
///     .Add(0.3, r => r.Drawdown, worst: 0.5, best: 0)
///     .Add(0.2, r => r.WinRate, worst: 0.3, best: 0.7);
/// </code>
/// </remarks>
public sealed class Blend<TResult>
{
    private readonly (double Weight, Func<TResult, double> Metric, double Worst, double Best)[] _parts;

    private Blend((double Weight, Func<TResult, double> Metric, double Worst, double Best)[] parts) => _parts = parts;

    /// <summary>A blend of nothing.</summary>
    public static Blend<TResult> Empty { get; } = new([]);

    /// <summary>This blend with one more metric.</summary>
    /// <param name="weight">Positive, finite; only the proportion to the other weights matters.</param>
    /// <param name="metric">The figure; where it is NaN the blend is.</param>
    /// <param name="worst">Counts 0, as does anything worse.</param>
    /// <param name="best">Counts 1, as does anything better; below <paramref name="worst"/> where less is better.</param>
    public Blend<TResult> Add(double weight, Func<TResult, double> metric, double worst, double best)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (!(weight > 0 && double.IsFinite(weight)))
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "Must be positive and finite.");
        if (!(double.IsFinite(best - worst) && best != worst))
            throw new ArgumentOutOfRangeException(nameof(best), best, FormattableString.Invariant($"Must be finite and other than the worst, {worst}."));
        return new([.. _parts, (weight, metric, worst, best)]);
    }

    /// <summary>The blend's value for a result, from 0 to 1; NaN where a metric is, or when the blend is empty.</summary>
    public double Of(TResult result)
    {
        double sum = 0, weights = 0;
        foreach ((double weight, Func<TResult, double> metric, double worst, double best) in _parts)
        {
            sum += weight * Math.Clamp((metric(result) - worst) / (best - worst), 0, 1);
            weights += weight;
        }

        return sum / weights;
    }
}
