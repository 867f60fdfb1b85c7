namespace TradeBot.Indicators;

/// <summary>What an indicator is fed with.</summary>
public enum IndicatorInput
{
    /// <summary>One series; the close unless another is given.</summary>
    Value,

    /// <summary>Two series of the same moments.</summary>
    Pair,

    /// <summary>Whole candles, of which it reads some columns.</summary>
    Candle,
}
