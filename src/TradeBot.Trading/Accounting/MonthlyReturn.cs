namespace TradeBot.Trading;

/// <summary>The return of a calendar month.</summary>
/// <param name="Year">UTC.</param>
/// <param name="Month">From 1 to 12.</param>
/// <param name="Return">Simple return as a fraction, from the last close of the month before, or from the initial equity.</param>
public readonly record struct MonthlyReturn(int Year, int Month, double Return);
