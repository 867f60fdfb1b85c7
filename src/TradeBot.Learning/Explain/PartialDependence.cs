namespace TradeBot.Learning;

/// <summary>Partial dependence: a model's mean prediction when one feature is set to a value and the others are unchanged.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Values">The values it was set to, ascending.</param>
/// <param name="Predictions">The mean prediction at each.</param>
/// <remarks>Misleading for correlated features, because it averages over rows that never occur. Source: Friedman, <i>Annals of Statistics</i> 29(5), 2001.</remarks>
[TypeFormatterSource]
public sealed record PartialDependence(string Feature, IReadOnlyList<double> Values, IReadOnlyList<double> Predictions)
{
    /// <summary>Computes the dependence on one feature at its quantiles.</summary>
    /// <param name="model">Made for the features of <paramref name="data"/>.</param>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Row numbers to average over; at least 1.</param>
    /// <param name="feature">The name.</param>
    /// <param name="points">Number of quantiles, evenly spaced from the 1st to the 99th percentile, at least 2; equal values count once.</param>
    /// <exception cref="ArgumentException">The name is not a feature, or there is no row.</exception>
    public static PartialDependence Of(IModel model, Dataset data, ReadOnlyMemory<int> rows, string feature, int points = 20)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        if (rows.IsEmpty)
            throw new ArgumentException("An average needs at least one row.", nameof(rows));

        double[] values = new double[rows.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = data.Column(feature)[rows.Span[i]];
        Array.Sort(values);
        double[] held = [.. Enumerable.Range(0, points).Select(i => values[(int)Math.Round((0.01 + 0.98 * i / (points - 1)) * (values.Length - 1))]).Distinct()];
        var features = new PermutedFeatures(model, data, rows);
        return new PartialDependence(feature, held, [.. held.Select(value => ClassificationMetrics.Mean(features.Predict(feature, value)))]);
    }

    /// <summary>Name and range in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Feature}: from {Predictions[0]:0.0000} at {Values[0]:G4} to {Predictions[^1]:0.0000} at {Values[^1]:G4}");
}
