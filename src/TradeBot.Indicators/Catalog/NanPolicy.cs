namespace TradeBot.Indicators;

/// <summary>What an unknown input (NaN) does to the outputs.</summary>
public enum NanPolicy
{
    /// <summary>Every later output is NaN: the indicator remembers all that it saw, or sums that the NaN entered.</summary>
    Spreads,

    /// <summary>Outputs are NaN while the NaN is within reach; after as many known inputs as the warm-up takes, they are known again.</summary>
    Clears,
}
