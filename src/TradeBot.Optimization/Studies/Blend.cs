namespace TradeBot.Optimization;

/// <summary>A weighted average of several metrics as one objective, each metric scaled from 0 (worst) to 1 (best). Immutable.</summary>
/// <typeparam name="TResult">The result of an evaluation.</typeparam>
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

    /// <summary>An empty blend.</summary>
    public static Blend<TResult> Empty { get; } = new([]);

    /// <summary>This blend with one more metric.</summary>
    /// <param name="weight">Positive, finite; only the proportion to the other weights matters.</param>
    /// <param name="metric">The metric; where it is NaN, so is the blend.</param>
    /// <param name="worst">The value that counts 0, as does anything worse.</param>
    /// <param name="best">The value that counts 1, as does anything better; below <paramref name="worst"/> where lower values are better.</param>
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
