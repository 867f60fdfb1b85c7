namespace TradeBot.Strategies;

/// <summary>A price or the volume of each candle.</summary>
public sealed class PriceSeries : Series
{
    internal PriceSeries(PriceField field) => Field = field;

    /// <summary>The field.</summary>
    public PriceField Field { get; }

    internal override Precedence Precedence => Precedence.Whole;

    private protected override string Write() => Field.ToString().ToLowerInvariant();
}

/// <summary>A field of a candle.</summary>
public enum PriceField
{
    /// <summary>First price.</summary>
    Open,

    /// <summary>Highest price.</summary>
    High,

    /// <summary>Lowest price.</summary>
    Low,

    /// <summary>Last price.</summary>
    Close,

    /// <summary>Traded quantity, in base currency.</summary>
    Volume,

    /// <summary>Midpoint of high and low.</summary>
    Hl2,

    /// <summary>Typical price: mean of high, low and close.</summary>
    Hlc3,

    /// <summary>Mean of open, high, low and close.</summary>
    Ohlc4,

    /// <summary>Traded value, in quote currency; NaN where the source has none.</summary>
    Turnover,
}
