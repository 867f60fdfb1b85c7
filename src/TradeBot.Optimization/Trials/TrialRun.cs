namespace TradeBot.Optimization;

/// <summary>A trial during its evaluation: parameters, seed, and the reporting of intermediate values.</summary>
public sealed class TrialRun
{
    private readonly List<StepValue> _losses = [];
    private readonly IPrunerSession? _pruner;
    private readonly StudyDirection _direction;

    internal TrialRun(int number, int seed, ParameterSet parameters, StudyDirection direction, IPrunerSession? pruner, CancellationToken cancellationToken)
    {
        (Number, Seed, Parameters, CancellationToken) = (number, seed, parameters, cancellationToken);
        (_direction, _pruner) = (direction, pruner);
    }

    /// <summary>The trial's number in the study, from 0.</summary>
    public int Number { get; }

    /// <summary>The trial's own seed: the only source of randomness that an evaluation may use.</summary>
    public int Seed { get; }

    /// <summary>The parameters to evaluate.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Cancelled when the study is, or when the trial's time is over.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>True once the study's pruner has stopped the trial.</summary>
    public bool IsPruned { get; private set; }

    /// <summary>Reports an intermediate value. When it returns true, return the result so far: the trial counts as pruned.</summary>
    /// <param name="step">At least 1, and above the last.</param>
    /// <param name="value">The objective so far, in the study's own direction.</param>
    /// <returns>True when the trial has fallen behind and should stop; always false without a pruner.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above the last.</exception>
    public bool ShouldPrune(int step, double value)
    {
        int last = _losses.Count == 0 ? 0 : _losses[^1].Step;
        if (step <= last)
            throw new ArgumentOutOfRangeException(nameof(step), step, FormattableString.Invariant($"Must be above {last}, the last step."));

        _losses.Add(new StepValue(step, _direction.LossOf(value)));
        return IsPruned = IsPruned || _pruner?.ShouldPrune(Number, _losses) == true;
    }

    /// <summary>What was reported so far, as values.</summary>
    internal StepValue[] Steps => [.. _losses.Select(l => new StepValue(l.Step, _direction.LossOf(l.Value)))];
}
