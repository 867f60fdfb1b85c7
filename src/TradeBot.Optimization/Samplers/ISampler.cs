namespace TradeBot.Optimization;

/// <summary>A way of choosing what to try next.</summary>
/// <remarks>A sampler holds options only; what it learns during a study lives in the session.</remarks>
public interface ISampler
{
    /// <summary>The sampler's name, as reports show it.</summary>
    string Name { get; }

    /// <summary>How many trials may be asked for before their outcomes are told; at least 1, <see cref="int.MaxValue"/> for a sampler that does not learn.</summary>
    /// <remarks>A study asks this many at a time and evaluates them together, so the choice never depends on the number of threads.</remarks>
    int BatchSize { get; }

    /// <summary>How many objectives it can follow at once; <see cref="int.MaxValue"/> for any number.</summary>
    int MaxObjectives { get; }

    /// <summary>Begins a study.</summary>
    /// <param name="space">What may be tried.</param>
    /// <param name="seed">The study's seed.</param>
    /// <exception cref="ArgumentException">The sampler cannot search this space.</exception>
    ISamplerSession Start(ParameterSpace space, int seed);
}
