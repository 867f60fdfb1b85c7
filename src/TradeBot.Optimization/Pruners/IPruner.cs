namespace TradeBot.Optimization;

/// <summary>A way of giving up trials that fall behind.</summary>
/// <remarks>It judges by trials of earlier batches alone, so that the outcome never depends on the number of threads.</remarks>
public interface IPruner
{
    /// <summary>The pruner's name, as reports show it.</summary>
    string Name { get; }

    /// <summary>Begins a study.</summary>
    IPrunerSession Start();
}

/// <summary>A pruner at work on one study. Questions come from several threads, but never while it is being told.</summary>
public interface IPrunerSession
{
    /// <summary>True when a trial is to be given up.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="losses">What it reported so far, by step ascending, smaller is better; the last one is new.</param>
    bool ShouldPrune(int number, IReadOnlyList<StepValue> losses);

    /// <summary>Tells what a trial had reported when it ended. Trials are told in the order of their numbers.</summary>
    /// <param name="number">The trial's number.</param>
    /// <param name="losses">By step ascending, smaller is better.</param>
    void Tell(int number, IReadOnlyList<StepValue> losses);
}

/// <summary>What a trial reported on its way.</summary>
/// <param name="Step">How far it was, such as the number of folds or epochs done; at least 1.</param>
/// <param name="Value">How it stood then.</param>
public readonly record struct StepValue(int Step, double Value);
