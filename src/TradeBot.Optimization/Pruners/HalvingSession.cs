namespace TradeBot.Optimization;

/// <summary>The rungs of one bracket.</summary>
internal sealed class HalvingSession(int minSteps, int reduction) : IPrunerSession
{
    private readonly Dictionary<int, List<double>> _rungs = [];

    public bool ShouldPrune(int number, IReadOnlyList<StepValue> losses)
    {
        StepValue last = losses[^1];
        if (!IsRung(last.Step) || !_rungs.TryGetValue(last.Step, out List<double>? others) || others.Count + 1 < reduction)
            return false;

        int passing = (others.Count + 1) / reduction;
        return !(last.Value <= others[passing - 1]);
    }

    public void Tell(int number, IReadOnlyList<StepValue> losses)
    {
        foreach (StepValue loss in losses.Where(l => IsRung(l.Step) && !double.IsNaN(l.Value)))
            Sorted.Insert(_rungs, loss.Step, loss.Value);
    }

    private bool IsRung(int step)
    {
        long rung = minSteps;
        while (rung < step)
            rung *= reduction;
        return rung == step;
    }
}
