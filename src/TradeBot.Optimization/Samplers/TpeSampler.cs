namespace TradeBot.Optimization;

/// <summary>Draws where good trials are dense and bad ones are not: the tree-structured Parzen estimator over all parameters at once.</summary>
/// <remarks>
/// The good ones are the best 15 in a hundred, from 4 to 25. Trials asked for and not yet told count as bad (the constant liar), so that
/// those of one batch keep apart. The history is bounded: the best are kept, and the latest <see cref="History"/> of the others,
/// so that the cost of a trial does not grow. Source: Bergstra, Bardenet, Bengio, Kégl, NIPS 2011; the joint kernel and its width
/// follow Falkner, Klein, Hutter, ICML 2018.
/// </remarks>
public sealed class TpeSampler : ISampler
{
    /// <summary>Trials drawn uniformly before anything is learned; at least 1.</summary>
    public int StartupTrials { get; init; } = 16;

    /// <summary>How many draws compete for each trial; at least 1.</summary>
    public int Candidates { get; init; } = 24;

    /// <summary>How many of the trials that are not among the best are remembered; at least 1.</summary>
    public int History { get; init; } = 200;

    /// <inheritdoc/>
    public string Name => "tpe";

    /// <inheritdoc/>
    public int BatchSize { get; init; } = 4;

    /// <inheritdoc/>
    public int MaxObjectives => 1;

    /// <inheritdoc/>
    public ISamplerSession Start(ParameterSpace space, int seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfLessThan(StartupTrials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Candidates, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(History, 1);
        return new TpeSession(this, space, seed);
    }
}
