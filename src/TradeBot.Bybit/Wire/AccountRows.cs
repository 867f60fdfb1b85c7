namespace TradeBot.Exchanges.Wire;

/// <summary>/v5/user/query-api: permissions of a key.</summary>
internal sealed record KeyRow(
    string? Id,
    string? Note,
    string? ApiKey,
    [property: Needed] int? ReadOnly,
    [property: Needed] IReadOnlyDictionary<string, IReadOnlyList<string>>? Permissions,
    IReadOnlyList<string>? Ips,
    [property: Needed] string? ExpiredAt,
    string? CreatedAt,
    int? Unified,
    int? Uta,
    long? UserID,
    string? VipLevel,
    bool? IsMaster,
    string? ParentUid);

/// <summary>/v5/account/info.</summary>
internal sealed record AccountRow(
    string? MarginMode, long? UpdatedTime, int? UnifiedMarginStatus, string? DcpStatus, int? TimeWindow, int? SmpGroup, bool? IsMasterTrader, string? SpotHedgingStatus);

/// <summary>/v5/account/fee-rate.</summary>
internal sealed record FeeRateRow(string? Symbol, decimal? TakerFeeRate, decimal? MakerFeeRate);

/// <summary>/v5/account/collateral-info.</summary>
internal sealed record CollateralRow(
    string? Currency,
    decimal? AvailableToBorrow,
    decimal? FreeBorrowingAmount,
    decimal? FreeBorrowAmount,
    decimal? MaxBorrowingAmount,
    decimal? HourlyBorrowRate,
    decimal? BorrowUsageRate,
    decimal? BorrowAmount,
    decimal? FreeBorrowingLimit,
    decimal? CollateralRatio,
    bool? CollateralSwitch,
    bool? Borrowable,
    bool? MarginCollateral);

/// <summary>/v5/account/wallet-balance and the wallet topic.</summary>
internal sealed record WalletRow(
    string? AccountType,
    decimal? TotalEquity,
    decimal? AccountIMRate,
    decimal? AccountMMRate,
    decimal? AccountLTV,
    decimal? TotalMarginBalance,
    decimal? TotalInitialMargin,
    decimal? TotalMaintenanceMargin,
    decimal? TotalAvailableBalance,
    decimal? TotalPerpUPL,
    decimal? TotalWalletBalance,
    IReadOnlyList<CoinRow>? Coin);

internal sealed record CoinRow(
    string? Coin,
    decimal? Equity,
    decimal? UsdValue,
    decimal? WalletBalance,
    decimal? Locked,
    decimal? Bonus,
    decimal? BorrowAmount,
    decimal? AccruedInterest,
    decimal? AvailableToBorrow,
    decimal? AvailableToWithdraw,
    decimal? SpotHedgingQty,
    decimal? TotalOrderIM,
    decimal? TotalPositionIM,
    decimal? TotalPositionMM,
    decimal? UnrealisedPnl,
    decimal? CumRealisedPnl,
    decimal? Free,
    bool? CollateralSwitch,
    bool? MarginCollateral);

/// <summary>/v5/account/transaction-log.</summary>
internal sealed record TransactionRow(
    string? Id,
    string? Symbol,
    string? Category,
    string? Side,
    string? Type,
    string? Currency,
    string? OrderId,
    string? OrderLinkId,
    string? TradeId,
    long? TransactionTime,
    decimal? Funding,
    decimal? Fee,
    decimal? FeeRate,
    decimal? Change,
    decimal? CashFlow,
    decimal? CashBalance,
    decimal? BonusChange,
    decimal? Size,
    decimal? Qty,
    decimal? TradePrice);

/// <summary>The greeks topic.</summary>
internal sealed record GreeksRow(string? BaseCoin, decimal? TotalDelta, decimal? TotalGamma, decimal? TotalVega, decimal? TotalTheta);
