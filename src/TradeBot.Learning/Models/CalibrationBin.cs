namespace TradeBot.Learning;

/// <summary>Predictions of about the same probability.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Foretold">The mean probability.</param>
/// <param name="Came">The share whose target is 1.</param>
public readonly record struct CalibrationBin(int Rows, double Foretold, double Came);
