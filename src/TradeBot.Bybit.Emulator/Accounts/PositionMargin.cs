namespace TradeBot.Exchanges.Emulator.Accounts;

/// <summary>Margins and liquidation price of a position, in the settle coin.</summary>
/// <param name="Value">At the mark price in cross margin, at the entry price when isolated.</param>
/// <param name="Initial">Value / leverage, and the fee to close.</param>
/// <param name="Maintenance">Value times the tier's rate less its deduction.</param>
/// <param name="Liquidation">Null where no price above 0 liquidates, or where it cannot be estimated.</param>
/// <param name="Bankruptcy">Where the position's margin is lost; null like the other.</param>
internal readonly record struct PositionMargin(decimal Value, decimal Initial, decimal Maintenance, decimal? Liquidation, decimal? Bankruptcy)
{
    private const int PriceDecimals = 8;

    /// <summary>The fee of closing at the price where the margin is used up: value · (1 − 1/leverage) · rate of a long, 1 + of a short.</summary>
    public static decimal FeeToClose(Contract contract, decimal value, decimal leverage, bool isLong, decimal rate) =>
        value * (1 + (isLong != contract.IsInverse ? -1 : 1) / leverage) * rate;

    public static decimal MaintenanceOf(Contract contract, decimal value)
    {
        RiskTier tier = contract.TierOf(value) ?? contract.Tiers[^1];
        return value * tier.MaintenanceRate - tier.Deduction;
    }

    /// <summary>A position with its own margin. Long: entry − (IM − MM)/size − added/size, IM without the fee to close; short mirrored.</summary>
    public static PositionMargin Isolated(Position position, decimal takerFee)
    {
        Contract contract = position.Contract;
        if (position.Size == 0)
            return default;
        decimal value = position.EntryValue, initial = value / position.Leverage, maintenance = MaintenanceOf(contract, value);
        int direction = (position.IsLong ? 1 : -1) * (contract.IsInverse ? -1 : 1);
        return new PositionMargin(
            value, initial + FeeToClose(contract, value, position.Leverage, position.IsLong, takerFee) + position.AddedMargin, maintenance,
            PriceOf(value - direction * (initial - maintenance + position.AddedMargin)), PriceOf(value - direction * (initial + position.AddedMargin)));

        decimal? PriceOf(decimal worth) => worth > 0 ? Math.Round(contract.PriceOf(position.Quantity, worth), PriceDecimals) : null;
    }

    /// <summary>A position that shares the account's margin.</summary>
    /// <param name="position">Whose margins.</param>
    /// <param name="mark">Its mark price.</param>
    /// <param name="takerFee">Fee of closing, as a fraction.</param>
    /// <param name="others">The account's wallet and the profit of other positions, less their maintenance margin, in the settle coin.</param>
    public static PositionMargin Cross(Position position, decimal mark, decimal takerFee, decimal others)
    {
        Contract contract = position.Contract;
        if (position.Size == 0)
            return default;
        decimal value = contract.ValueOf(position.Quantity, mark);
        decimal initial = value / position.Leverage + FeeToClose(contract, value, position.Leverage, position.IsLong, takerFee);
        return new PositionMargin(value, initial, MaintenanceOf(contract, value), contract.IsInverse ? null : Liquidation(0), contract.IsInverse ? null : Liquidation(null));

        // Long: others + q·p − entry = q·p·rate − deduction; short: others + entry − q·p = q·p·rate − deduction.
        decimal? Liquidation(int? maintained)
        {
            RiskTier tier = contract.TierOf(value) ?? contract.Tiers[^1];
            (decimal rate, decimal deduction) = maintained is null ? (0m, 0m) : (tier.MaintenanceRate, tier.Deduction);
            decimal price = position.IsLong
                ? (position.EntryValue - others - deduction) / (position.Quantity * (1 - rate))
                : (position.EntryValue + others + deduction) / (position.Quantity * (1 + rate));
            return price > 0 ? Math.Round(price, PriceDecimals) : null;
        }
    }
}
