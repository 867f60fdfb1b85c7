using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Balances and margins of the account in US dollars, and of each coin in its units.</summary>
internal sealed record AccountFigures(
    decimal Equity, decimal WalletBalance, decimal MarginBalance, decimal Unrealised, decimal InitialMargin, decimal MaintenanceMargin, decimal Available, IReadOnlyList<CoinFigures> Coins)
{
    public decimal InitialRate => MarginBalance > 0 ? Math.Round(InitialMargin / MarginBalance, 4) : 0;

    public decimal MaintenanceRate => MarginBalance > 0 ? Math.Round(MaintenanceMargin / MarginBalance, 4) : MaintenanceMargin > 0 ? 1 : 0;
}

internal sealed record CoinFigures(
    string Coin, decimal UsdPrice, decimal Wallet, decimal Locked, decimal OrderMargin, decimal PositionMargin, decimal Maintenance, decimal Unrealised, decimal Realised)
{
    public decimal Equity => Wallet + Unrealised;
}

/// <summary>A position as a message or a page shows it.</summary>
internal sealed record PositionFigures(
    Contract Contract, int Index, string Side, decimal Quantity, decimal AveragePrice, decimal Leverage, decimal Mark, PositionMargin Margin, decimal Unrealised,
    decimal Realised, decimal RealisedTotal, decimal TakeProfit, decimal StopLoss, decimal TrailingStop, decimal ActivePrice, bool IsPartialExit, bool IsIsolated, decimal BreakEven, int RiskId, decimal RiskLimit,
    long OpenedAt, long UpdatedAt, long Sequence);
