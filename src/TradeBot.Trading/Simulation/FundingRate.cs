namespace TradeBot.Trading;

/// <summary>What a perpetual contract's longs pay its shorts at a moment.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Rate">Fraction of the position's value; negative when shorts pay.</param>
public readonly record struct FundingRate(DateTime Time, decimal Rate);
