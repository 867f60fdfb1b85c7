namespace TradeBot.Learning;

/// <summary>Logistic regression with L1 and L2 penalties.</summary>
/// <remarks>
/// Features are standardised by mean and standard deviation (dividing by n) of the training rows. Minimises
/// <c>½ (1 − L1Share) ‖w‖₂² + L1Share · ‖w‖₁ + C · Σ log loss</c>, the intercept not penalised, by Newton's method with steps halved until
/// the objective decreases. Deterministic: the seed is ignored. Source: Hastie, Tibshirani, Friedman, <i>The Elements of Statistical Learning</i>, 2009, 4.4.
/// </remarks>
public sealed record Logistic : ITrainer
{
    /// <summary>Inverse regularisation strength: positive, finite; smaller values regularise more.</summary>
    public double C { get; init => field = value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "C must be positive and finite."); } = 1;

    /// <summary>L1 ratio: the share of the L1 penalty, which sets coefficients to 0, in [0, 1]; the rest is L2.</summary>
    public double L1Share { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A fraction must be in [0, 1]."); }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"logistic(C={C:R}{(L1Share > 0 ? $", L1 {L1Share:R}" : "")})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        TrainingRows.Require(data, rows.Span, TargetKind.Binary);
        Standardizer standardizer = Standardizer.Of(data, rows.Span);
        TrainingInput input = TrainingInput.Of(data, rows.Span);
        var fit = new LogisticFit(standardizer.Transform(data, rows.Span), input.Targets, input.Weights, C, L1Share);
        double[] solution = fit.Solve(cancellationToken);
        return new LogisticModel(Name, data.Names, new LinearScore(standardizer, solution[0], solution[1..]));
    }
}
