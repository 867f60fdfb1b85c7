namespace TradeBot.Strategies;

/// <summary>A price or the volume of each candle.</summary>
public sealed class PriceSeries : Series
{
    internal PriceSeries(PriceField field) => Field = field;

    /// <summary>What is read.</summary>
    public PriceField Field { get; }

    internal override Precedence Precedence => Precedence.Whole;

    internal static string NameOf(PriceField field) => field switch
    {
        PriceField.Open => "open",
        PriceField.High => "high",
        PriceField.Low => "low",
        PriceField.Close => "close",
        PriceField.Volume => "volume",
        PriceField.Hl2 => "hl2",
        PriceField.Hlc3 => "hlc3",
        PriceField.Ohlc4 => "ohlc4",
        _ => "turnover",
    };

    private protected override string Write() => NameOf(Field);
}
