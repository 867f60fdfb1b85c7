using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Emulator.Accounts;

/// <summary>The trading rules and the arithmetic of one contract or pair.</summary>
internal sealed record Contract
{
    private const int CoinDecimals = 8;

    public required BybitCategory Category { get; init; }

    public required string Symbol { get; init; }

    public required string BaseCoin { get; init; }

    public required string QuoteCoin { get; init; }

    /// <summary>The coin of profit, margin and fees; the quote coin of a pair.</summary>
    public required string SettleCoin { get; init; }

    public decimal TickSize { get; init; } = 0.01m;

    public decimal QuantityStep { get; init; } = 0.001m;

    public decimal MinQuantity { get; init; } = 0.001m;

    public decimal MaxQuantity { get; init; } = 1_000_000m;

    public decimal MaxMarketQuantity { get; init; } = 100_000m;

    /// <summary>Smallest value of an order that opens, in the quote coin.</summary>
    public decimal MinValue { get; init; } = 5m;

    public decimal MaxLeverage { get; init; } = 100m;

    public decimal BandX { get; init; } = 0.01m;

    public decimal BandY { get; init; } = 0.02m;

    /// <summary>Smallest first; none for a pair.</summary>
    public IReadOnlyList<RiskTier> Tiers { get; init; } = [];

    public bool IsSpot => Category == BybitCategory.Spot;

    public bool IsInverse => Category == BybitCategory.Inverse;

    /// <summary>The category as the exchange spells it.</summary>
    public string Word => WireNames.Of(Category);

    /// <summary>The rules that instruments-info and risk-limit state.</summary>
    public static Contract Of(BybitCategory category, InstrumentRow row, IEnumerable<RiskLimitRow> limits)
    {
        LotSizeFilter lot = row.LotSizeFilter!;
        return new Contract
        {
            Category = category,
            Symbol = row.Symbol!,
            BaseCoin = row.BaseCoin!,
            QuoteCoin = row.QuoteCoin!,
            SettleCoin = row.SettleCoin ?? row.QuoteCoin!,
            TickSize = row.PriceFilter!.TickSize!.Value,
            QuantityStep = (lot.QtyStep ?? lot.BasePrecision)!.Value,
            MinQuantity = lot.MinOrderQty!.Value,
            MaxQuantity = lot.MaxOrderQty!.Value,
            MaxMarketQuantity = lot.MaxMktOrderQty ?? lot.MaxOrderQty.Value,
            MinValue = (lot.MinNotionalValue ?? lot.MinOrderAmt)!.Value,
            MaxLeverage = row.LeverageFilter?.MaxLeverage ?? 1,
            BandX = row.RiskParameters!.PriceLimitRatioX!.Value,
            BandY = row.RiskParameters.PriceLimitRatioY!.Value,
            Tiers = category == BybitCategory.Spot ? [] : RiskTier.Of(limits),
        };
    }

    /// <summary>Value in the settle coin: quantity times price, or divided by it when inverse, to 8 decimals.</summary>
    public decimal ValueOf(decimal quantity, decimal price) =>
        IsInverse ? Math.Round(quantity / price, CoinDecimals, MidpointRounding.AwayFromZero) : quantity * price;

    /// <summary>The price at which a quantity has a value.</summary>
    public decimal PriceOf(decimal quantity, decimal value) => IsInverse ? quantity / value : value / quantity;

    /// <summary>The largest multiple of the quantity step that is not above a quantity.</summary>
    public decimal Floor(decimal quantity) => Math.Floor(quantity / QuantityStep) * QuantityStep;

    public bool IsOnTick(decimal price) => price % TickSize == 0;

    /// <summary>The highest price of a buy and the lowest of a sell.</summary>
    /// <remarks>
    /// Buy: min(mark·(1+Y), max(index, mark·(1+X))); sell mirrored. The premium term is 0 here, where mark and last price are the same.
    /// A band is never narrower than a tick, so that the best price of a coarse book can be taken.
    /// </remarks>
    public (decimal Buy, decimal Sell) Band(decimal mark, decimal index)
    {
        decimal buy = Math.Min(mark * (1 + BandY), Math.Max(index, mark * (1 + BandX))), sell = Math.Max(mark * (1 - BandY), Math.Min(index, mark * (1 - BandX)));
        decimal tick = Math.Floor(mark / TickSize);
        return (Math.Max(Math.Floor(buy / TickSize), tick + 1) * TickSize, Math.Min(Math.Ceiling(sell / TickSize), tick) * TickSize);
    }

    /// <summary>The tier of a position's value; null beyond the largest.</summary>
    public RiskTier? TierOf(decimal value) => Tiers.FirstOrDefault(tier => value <= tier.Limit);
}

/// <summary>A bracket of position values: the larger the position, the more margin.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Limit">Largest value, in the settle coin.</param>
/// <param name="MaintenanceRate">Maintenance margin as a fraction of value.</param>
/// <param name="MaxLeverage">Largest leverage of a position in it.</param>
/// <param name="Deduction">Taken off value times rate, so that the margin has no jump between tiers.</param>
internal sealed record RiskTier(int Id, decimal Limit, decimal MaintenanceRate, decimal MaxLeverage, decimal Deduction)
{
    public static RiskTier[] Of(IEnumerable<RiskLimitRow> rows)
    {
        List<RiskTier> tiers = [];
        foreach (RiskLimitRow row in rows)
        {
            decimal deduction = tiers.Count == 0 ? 0 : tiers[^1].Deduction + tiers[^1].Limit * (row.MaintenanceMargin!.Value - tiers[^1].MaintenanceRate);
            tiers.Add(new RiskTier(row.Id!.Value, row.RiskLimitValue!.Value, row.MaintenanceMargin!.Value, row.MaxLeverage!.Value, deduction));
        }

        return [.. tiers];
    }
}
