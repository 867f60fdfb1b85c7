namespace TradeBot.Trading;

/// <summary>Extensions of a simulated run: a wrapper of the venue, such as a journal, and an additional check of the risk gate.</summary>
/// <param name="Venue">Wraps the simulated venue in the one that receives the orders.</param>
/// <param name="Brake">Checked by the risk gate before each order.</param>
internal sealed record RunSeams(Func<IVenue, IVenue> Venue, ITradingBrake Brake);
