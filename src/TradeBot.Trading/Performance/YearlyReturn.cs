namespace TradeBot.Trading;

/// <summary>The return of a calendar year.</summary>
/// <param name="Year">UTC.</param>
/// <param name="Return">Simple return as a fraction, its months compounded.</param>
public readonly record struct YearlyReturn(int Year, double Return);
