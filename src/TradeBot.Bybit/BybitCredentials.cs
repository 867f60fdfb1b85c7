namespace TradeBot.Exchanges;

/// <summary>An API key of one environment; market data needs none.</summary>
/// <param name="Key">The public part.</param>
/// <param name="Secret">The part that signs. It is never printed or logged.</param>
public sealed record BybitCredentials(string Key, string Secret)
{
    /// <summary>The key's first characters.</summary>
    public override string ToString() => $"key {Key[..Math.Min(4, Key.Length)]}…";
}

/// <summary>What an API key may do.</summary>
/// <param name="Id">The exchange's name of the key.</param>
/// <param name="Note">What its owner called it.</param>
/// <param name="IsReadOnly">True when it cannot place orders.</param>
/// <param name="Permissions">The rights granted, such as ContractTrade.Order.</param>
/// <param name="ExpiresAt">When it ends, UTC; null when it does not.</param>
public sealed record BybitKey(string Id, string Note, bool IsReadOnly, IReadOnlyList<string> Permissions, DateTime? ExpiresAt);
