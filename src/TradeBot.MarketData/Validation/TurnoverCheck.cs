namespace TradeBot.MarketData;

/// <summary>Checks whether amounts can be the traded value: value divided by quantity is an average price, so between low and high.</summary>
/// <remarks>For inverse contracts the quantity is in quote and the value in base currency; then quantity divided by value is the price.</remarks>
internal struct TurnoverCheck
{
    private const double NearlyEvery = 0.95;
    private const double Rounding = 0.001; // tolerance for quantities and values with few digits

    private long _rows, _direct, _inverse;

    /// <summary>True when at least one row was informative.</summary>
    public readonly bool HasEvidence => _rows > 0;

    /// <summary>True when nearly all informative rows fit; also when there are none.</summary>
    public readonly bool Fits => Math.Max(_direct, _inverse) >= NearlyEvery * _rows;

    /// <summary>Number of rows that do not fit.</summary>
    public readonly long Misfits => _rows - Math.Max(_direct, _inverse);

    /// <summary>Whether an average price is within a candle's range, allowing for rounding.</summary>
    public static bool IsWithin(double price, double low, double high) => price >= low * (1 - Rounding) && price <= high * (1 + Rounding);

    /// <summary>Adds one row; one without volume, turnover or a price range is uninformative.</summary>
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
