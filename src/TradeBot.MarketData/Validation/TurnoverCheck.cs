namespace TradeBot.MarketData;

/// <summary>Tells whether amounts can be the traded value: value over quantity is an average price, so between low and high.</summary>
/// <remarks>Of inverse contracts the quantity is in quote and the value in base currency; then quantity over value is the price.</remarks>
internal struct TurnoverCheck
{
    private const double NearlyEvery = 0.95;
    private const double Rounding = 0.001; // of quantities and values that are stated with few digits

    private long _rows, _direct, _inverse;

    /// <summary>True when at least one row told something.</summary>
    public readonly bool HasEvidence => _rows > 0;

    /// <summary>True when nearly every row that tells something fits; also when there is none.</summary>
    public readonly bool Fits => Math.Max(_direct, _inverse) >= NearlyEvery * _rows;

    /// <summary>How many rows do not fit.</summary>
    public readonly long Misfits => _rows - Math.Max(_direct, _inverse);

    /// <summary>Whether an average price is within a candle's range, but for rounding.</summary>
    public static bool IsWithin(double price, double low, double high) => price >= low * (1 - Rounding) && price <= high * (1 + Rounding);

    /// <summary>Takes one row into account; one without volume, turnover or a price range tells nothing.</summary>
    public void Add(double low, double high, double volume, double turnover)
    {
        if (!(volume > 0 && turnover >= 0 && low > 0 && high >= low))
            return;

        _rows++;
        if (IsWithin(turnover / volume, low, high))
            _direct++;
        if (IsWithin(volume / turnover, low, high))
            _inverse++;
    }
}
