namespace TradeBot.Optimization;

/// <summary>NSGA-II: a genetic algorithm for several objectives, which builds each generation from the trials that are not dominated.</summary>
/// <remarks>
/// Ranks by domination, then by crowding distance; simulated binary crossover, polynomial mutation.
/// Source: Deb, Pratap, Agarwal, Meyarivan, <i>IEEE Trans. Evolutionary Computation</i> 6(2), 2002.
/// </remarks>
public sealed class Nsga2Sampler : ISampler
{
    /// <summary>Trials per generation; at least 4.</summary>
    public int Population { get; init; } = 24;

    /// <summary>How often two parents are crossed rather than copied; in [0, 1].</summary>
    public double CrossoverProbability { get; init; } = 0.9;

    /// <inheritdoc/>
    public string Name => "nsga-ii";

    /// <inheritdoc/>
    public int BatchSize => Population;

    /// <inheritdoc/>
    public int MaxObjectives => int.MaxValue;

    /// <inheritdoc/>
    public ISamplerSession Start(ParameterSpace space, int seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfLessThan(Population, 4);
        if (!(CrossoverProbability >= 0 && CrossoverProbability <= 1))
            throw new ArgumentException(FormattableString.Invariant($"CrossoverProbability must be in [0, 1], got {CrossoverProbability}."), nameof(space));
        return new Nsga2Session(this, space, seed);
    }
}
