namespace TradeBot.Optimization;

/// <summary>Covariance matrix adaptation (CMA-ES): moves and reshapes a normal distribution towards the better half of each generation.</summary>
/// <remarks>
/// Works on fractions of the ranges; points beyond an end are moved to it. Meant for numbers: choices are taken in the
/// order of their declaration. When the distribution has shrunk to a point, it restarts from a random one.
/// Source: N. Hansen, "The CMA evolution strategy: a tutorial", arXiv:1604.00772, 2016.
/// </remarks>
public sealed class CmaEsSampler : ISampler
{
    /// <summary>Trials per generation; at least 4.</summary>
    public int Population { get; init; } = 12;

    /// <summary>Width of the first distribution as a share of every range; in (0, 1].</summary>
    public double InitialWidth { get; init; } = 0.3;

    /// <inheritdoc/>
    public string Name => "cma-es";

    /// <inheritdoc/>
    public int BatchSize => Population;

    /// <inheritdoc/>
    public int MaxObjectives => 1;

    /// <inheritdoc/>
    public ISamplerSession Start(ParameterSpace space, int seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfLessThan(Population, 4);
        if (!(InitialWidth > 0 && InitialWidth <= 1))
            throw new ArgumentException(FormattableString.Invariant($"InitialWidth must be in (0, 1], got {InitialWidth}."), nameof(space));
        return new CmaEsSession(this, space, seed);
    }
}
