namespace TradeBot.Trading;

/// <summary>What stands between an engine and its simulated venue: whoever keeps a journal, and whoever may stop trading.</summary>
/// <param name="Venue">Makes of the venue the one that orders go to.</param>
/// <param name="Brake">Asked by the risk gate.</param>
internal sealed record RunSeams(Func<IVenue, IVenue> Venue, ITradingBrake Brake);
