namespace TradeBot.Optimization;

/// <summary>Stops a trial whose best value so far is worse than the median of earlier trials at the same step.</summary>
/// <remarks>Source: Golovin et al., "Google Vizier", KDD 2017.</remarks>
public sealed class MedianPruner : IPruner
{
    /// <summary>Trials that must have reported at a step before any is pruned there; at least 1.</summary>
    public int StartupTrials { get; init; } = 8;

    /// <summary>No trial is pruned at this step or before; not negative.</summary>
    public int WarmupSteps { get; init; }

    /// <inheritdoc/>
    public string Name => "median";

    /// <inheritdoc/>
    public IPrunerSession Start()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(StartupTrials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(WarmupSteps);
        return new Session(this);
    }

    private sealed class Session(MedianPruner options) : IPrunerSession
    {
        private readonly Dictionary<int, List<double>> _bySteps = []; // each ascending

        public bool ShouldPrune(int number, IReadOnlyList<StepValue> losses)
        {
            int step = losses[^1].Step;
            if (step <= options.WarmupSteps || !_bySteps.TryGetValue(step, out List<double>? others) || others.Count < options.StartupTrials)
                return false;

            double median = (others[(others.Count - 1) / 2] + others[others.Count / 2]) / 2;
            return !(losses.Min(l => double.IsNaN(l.Value) ? double.PositiveInfinity : l.Value) <= median);
        }

        public void Tell(int number, IReadOnlyList<StepValue> losses)
        {
            foreach (StepValue loss in losses.Where(l => !double.IsNaN(l.Value)))
                Sorted.Insert(_bySteps, loss.Step, loss.Value);
        }
    }
}
