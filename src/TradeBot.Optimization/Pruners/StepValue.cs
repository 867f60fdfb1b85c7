namespace TradeBot.Optimization;

/// <summary>What a trial reported on its way.</summary>
/// <param name="Step">How far it was, such as the number of folds or epochs done; at least 1.</param>
/// <param name="Value">How it stood then.</param>
public readonly record struct StepValue(int Step, double Value);
