namespace TradeBot.Trading;

/// <summary>The conditions under which a simulated venue fills; each is explained at its namesake of <see cref="BacktestOptions"/>.</summary>
internal sealed record VenueTerms(
    FeeSchedule Fees, Slippage Slippage, IntrabarPath Path, Latency Latency, double Participation, Margin Margin,
    IReadOnlyDictionary<string, IReadOnlyList<FundingRate>> Funding, IReadOnlyDictionary<string, BorrowRate> Borrow);
