namespace TradeBot.Optimization;

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
