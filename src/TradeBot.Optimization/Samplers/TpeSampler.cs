namespace TradeBot.Optimization;

/// <summary>The tree-structured Parzen estimator (TPE) over all parameters jointly: draws where good trials are dense and bad ones are not.</summary>
/// <remarks>
/// The good ones are the best 15 in a hundred, from 4 to 25. Pending trials count as bad (constant liar), so that
/// those of one batch keep apart. The history is bounded: the best are kept, and the latest <see cref="History"/> of the others,
/// so that the cost of a trial does not grow. Source: Bergstra, Bardenet, Bengio, Kégl, NIPS 2011; the joint kernel and its width
/// follow Falkner, Klein, Hutter, ICML 2018.
/// </remarks>
public sealed class TpeSampler : ISampler
{
    /// <summary>Trials drawn uniformly at first; at least 1.</summary>
    public int StartupTrials { get; init; } = 16;

    /// <summary>Candidates per trial, of which the best is used; at least 1.</summary>
    public int Candidates { get; init; } = 24;

    /// <summary>How many of the trials that are not among the best are kept; at least 1.</summary>
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
