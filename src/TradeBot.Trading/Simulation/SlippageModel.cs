namespace TradeBot.Trading;

/// <summary>A model of slippage.</summary>
public enum SlippageModel
{
    /// <summary>A fixed fraction of the price.</summary>
    Fraction,

    /// <summary>A fixed distance in quote currency, such as half a spread.</summary>
    Distance,

    /// <summary>The share of the last candle's volume.</summary>
    VolumeShare,

    /// <summary>The square root of that share, times the last candle's range.</summary>
    SquareRootImpact,
}
