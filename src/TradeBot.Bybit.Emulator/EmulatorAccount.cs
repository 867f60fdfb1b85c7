namespace TradeBot.Exchanges.Emulator;

/// <summary>The one account of the local exchange and the rights of its API key.</summary>
public sealed record EmulatorAccount
{
    /// <summary>What each coin's wallet has at the start, in units of the coin; not negative.</summary>
    public IReadOnlyDictionary<string, decimal> Balances { get; init; } = new Dictionary<string, decimal> { ["USDT"] = 100_000m };

    /// <summary>Taker fee of a linear or inverse order, as a fraction of value.</summary>
    public decimal TakerFee { get; init; } = 0.00055m;

    /// <summary>Maker fee of a linear or inverse order, as a fraction of value; negative for a rebate.</summary>
    public decimal MakerFee { get; init; } = 0.0002m;

    /// <summary>Taker fee of a spot order, as a fraction of value.</summary>
    public decimal SpotTakerFee { get; init; } = 0.001m;

    /// <summary>Maker fee of a spot order, as a fraction of value; negative for a rebate.</summary>
    public decimal SpotMakerFee { get; init; } = 0.001m;

    /// <summary>The coin in which fees are taken while the wallet has enough of it, such as MNT; null for the coin of the trade.</summary>
    public string? FeeCoin { get; init; }

    /// <summary>US dollars per unit of <see cref="FeeCoin"/>; positive.</summary>
    public decimal FeeCoinPrice { get; init; } = 1m;

    /// <summary>Leverage of every contract at the start, from 1 to the contract's largest.</summary>
    public decimal Leverage { get; init; } = 10m;

    /// <summary>True when contracts settled in USDT start with a long and a short position side by side.</summary>
    public bool IsHedged { get; init; }

    /// <summary>True when each position has its own margin; false when all share the account's.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>The key's rights, each <c>Group.Right</c>, such as <c>Wallet.Withdraw</c>.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = ["ContractTrade.Order", "ContractTrade.Position", "Spot.SpotTrade"];

    /// <summary>True when the key can only read: every POST is refused with 10005.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>When the key expires, UTC; null when it does not. Later requests are refused with 33004.</summary>
    public DateTime? KeyExpiresAt { get; init; }

    /// <summary>Addresses from which the key may be used; <c>*</c> for any. Others are refused with 10010.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = ["*"];

    /// <summary>True for a demo account: funds on request, but no order entry by WebSocket, no fee rates, no pre-check and no disconnect protection.</summary>
    public bool IsDemo { get; init; }

    /// <summary>True when the account may set disconnect-cancel-all, which the exchange grants to institutions only.</summary>
    public bool HasDisconnectProtection { get; init; }

    internal void Check()
    {
        foreach ((string coin, decimal balance) in Balances)
        {
            if (coin.Length == 0 || balance < 0)
                throw new ArgumentOutOfRangeException(nameof(Balances), balance, $"The balance of \"{coin}\" must not be negative, and its coin must have a name.");
        }

        if (!(Leverage >= 1))
            throw new ArgumentOutOfRangeException(nameof(Leverage), Leverage, "Must be at least 1.");
        if (!(FeeCoinPrice > 0))
            throw new ArgumentOutOfRangeException(nameof(FeeCoinPrice), FeeCoinPrice, "Must be positive.");
        foreach (decimal fee in (decimal[])[TakerFee, MakerFee, SpotTakerFee, SpotMakerFee])
        {
            if (fee is <= -0.1m or >= 0.1m)
                throw new ArgumentOutOfRangeException(nameof(TakerFee), fee, "A fee is a fraction of value between -0.1 and 0.1: 0.00055 is 5.5 basis points.");
        }

        if (Permissions.FirstOrDefault(right => right.Split('.').Length != 2) is { } wrong)
            throw new ArgumentException($"A permission is Group.Right, such as ContractTrade.Order; got \"{wrong}\".", nameof(Permissions));
    }
}
