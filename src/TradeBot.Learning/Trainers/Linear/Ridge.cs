namespace TradeBot.Learning;

/// <summary>Ridge regression: least squares with an L2 penalty.</summary>
/// <remarks>
/// Features are standardised by mean and standard deviation (dividing by n, both weighted) of the training rows. Minimises
/// <c>Σ wᵢ (yᵢ − b − xᵢ·β)² + Penalty · ‖β‖²</c>, solved directly. Deterministic: the seed is ignored.
/// Source: Hoerl and Kennard, "Ridge regression", <i>Technometrics</i> 12, 1970.
/// </remarks>
public sealed record Ridge : ITrainer
{
    /// <summary>Strength of the penalty, positive and finite, in units of rows.</summary>
    public double Penalty { get; init => field = value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "The penalty must be positive and finite."); } = 1;

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"ridge(penalty {Penalty:R})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        TrainingRows.Require(data, rows.Span, TargetKind.Number);
        return LinearFit.Of(data, rows.Span).Ridge(Name, Penalty);
    }
}
