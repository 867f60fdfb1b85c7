namespace TradeBot.Optimization;

/// <summary>Stops trials early that fall behind.</summary>
/// <remarks>It compares only with trials of earlier batches, so that the outcome never depends on the number of threads.</remarks>
public interface IPruner
{
    /// <summary>The pruner's name, as reports show it.</summary>
    string Name { get; }

    /// <summary>Starts a study.</summary>
    IPrunerSession Start();
}

/// <summary>The pruner of one study. <see cref="ShouldPrune"/> is called from several threads, but never during <see cref="Tell"/>.</summary>
public interface IPrunerSession
{
    /// <summary>True when a trial should be stopped.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="losses">What it reported so far, by step ascending, smaller is better; the last one is new.</param>
    bool ShouldPrune(int number, IReadOnlyList<StepValue> losses);

    /// <summary>Receives the values that an ended trial reported, in the order of trial numbers.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="losses">By step ascending, smaller is better.</param>
    void Tell(int number, IReadOnlyList<StepValue> losses);
}

/// <summary>An intermediate value of a trial.</summary>
/// <param name="Step">The step, such as the number of folds or epochs done; at least 1.</param>
/// <param name="Value">The objective at that step.</param>
public readonly record struct StepValue(int Step, double Value);
