namespace TradeBot.Learning;

/// <summary>A value that changed when its future did.</summary>
/// <param name="Row">Row of the data set.</param>
/// <param name="Time">When the row is decided, UTC.</param>
/// <param name="Column">The feature, or the label.</param>
/// <param name="Check">How the future was taken away.</param>
/// <param name="Value">The value in the data set.</param>
/// <param name="Replayed">The value without that future.</param>
public sealed record LeakageFinding(int Row, DateTime Time, string Column, LeakageCheck Check, double Value, double Replayed);
