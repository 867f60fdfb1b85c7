namespace TradeBot.MarketData;

/// <summary>What is traded, and in which currency it settles.</summary>
public enum InstrumentKind
{
    /// <summary>The base currency itself against the quote currency.</summary>
    Spot,

    /// <summary>A perpetual contract that settles in the quote currency.</summary>
    Linear,

    /// <summary>A perpetual contract worth a fixed amount of quote currency that settles in the base currency.</summary>
    Inverse,
}
