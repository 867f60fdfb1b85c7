namespace TradeBot.Learning;

/// <summary>Linear regression with L1 and L2 penalties: ridge, lasso and everything between.</summary>
/// <remarks>
/// Features are standardised by mean and standard deviation (dividing by n, both weighted) of the training rows. Minimises
/// <c>1/(2W) · Σ wᵢ (yᵢ − b − xᵢ·β)² + Penalty · (L1Share · ‖β‖₁ + ½ (1 − L1Share) · ‖β‖₂²)</c>, W the sum of the weights, by coordinate descent on the
/// matrix of covariances. Deterministic: the seed is ignored. Source: Friedman, Hastie, Tibshirani, "Regularization paths", <i>J. Statistical Software</i> 33(1), 2010.
/// </remarks>
public sealed record ElasticNet : ITrainer
{
    /// <summary>Strength of the penalty, not negative, in units of the target's variance; 0 for least squares.</summary>
    public double Penalty { get; init => field = Require.NotNegative(value); } = 1e-3;

    /// <summary>L1 ratio: the share of the L1 penalty, which sets coefficients to 0, in [0, 1]; the rest is L2.</summary>
    public double L1Share { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A fraction must be in [0, 1]."); } = 0.5;

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"elastic-net(penalty {Penalty:R}, L1 {L1Share:R})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        TrainingRows.Require(data, rows.Span, TargetKind.Number);
        return LinearFit.Of(data, rows.Span).ElasticNet(Name, Penalty * L1Share, Penalty * (1 - L1Share), cancellationToken);
    }
}
