namespace TradeBot.Trading;

/// <summary>What an account pays that has traded so much.</summary>
/// <param name="Volume">Value traded in the trailing 30 days from which it holds, in quote currency; positive.</param>
/// <param name="Maker">Fraction of notional for orders that rest in the book; negative is a rebate.</param>
/// <param name="Taker">Fraction of notional for orders that trade at once.</param>
public readonly record struct FeeTier(decimal Volume, decimal Maker, decimal Taker);
