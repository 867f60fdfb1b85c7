namespace TradeBot.Optimization;

/// <summary>Chooses the parameters of trials.</summary>
/// <remarks>A sampler has only options; the state of a search is in its session.</remarks>
public interface ISampler
{
    /// <summary>The sampler's name, as reports show it.</summary>
    string Name { get; }

    /// <summary>How many trials may be asked for before their results are reported; at least 1, <see cref="int.MaxValue"/> for a sampler that does not use results.</summary>
    /// <remarks>A study asks this many at a time and evaluates them together, so the choice never depends on the number of threads.</remarks>
    int BatchSize { get; }

    /// <summary>Largest number of objectives; <see cref="int.MaxValue"/> for any number.</summary>
    int MaxObjectives { get; }

    /// <summary>Starts a study.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="seed">The study's seed.</param>
    /// <exception cref="ArgumentException">The sampler cannot search this space.</exception>
    ISamplerSession Start(ParameterSpace space, int seed);
}
