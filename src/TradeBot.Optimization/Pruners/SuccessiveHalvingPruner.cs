namespace TradeBot.Optimization;

/// <summary>Lets only the best share of trials pass each rung; the distance of the rungs grows.</summary>
/// <remarks>
/// The rungs are at steps <c>MinSteps · Reduction^k</c>; a trial passes when it is among the best <c>1 / Reduction</c> of the earlier trials
/// that reached the rung and itself. Source: Li et al., "A system for massively parallel hyperparameter tuning", MLSys 2020.
/// </remarks>
public sealed class SuccessiveHalvingPruner : IPruner
{
    /// <summary>The step of the first rung; at least 1.</summary>
    public int MinSteps { get; init; } = 1;

    /// <summary>One of this many trials passes a rung, and the next rung is this many times further; at least 2.</summary>
    public int Reduction { get; init; } = 3;

    /// <inheritdoc/>
    public string Name => "successive halving";

    /// <inheritdoc/>
    public IPrunerSession Start()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinSteps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Reduction, 2);
        return new HalvingSession(MinSteps, Reduction);
    }
}
