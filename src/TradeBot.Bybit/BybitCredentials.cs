namespace TradeBot.Exchanges;

/// <summary>An API key of one environment; market data needs none.</summary>
/// <param name="Key">The public part.</param>
/// <param name="Secret">The secret that signs requests. Never printed or logged.</param>
public sealed record BybitCredentials(string Key, string Secret)
{
    /// <summary>The key's first characters.</summary>
    public override string ToString() => $"key {Key[..Math.Min(4, Key.Length)]}…";
}

/// <summary>Permissions of an API key.</summary>
/// <param name="Id">The exchange's identifier of the key.</param>
/// <param name="Note">The owner's note.</param>
/// <param name="IsReadOnly">True when it cannot place orders.</param>
/// <param name="Permissions">The rights granted, such as ContractTrade.Order.</param>
/// <param name="ExpiresAt">When it expires, UTC; null when it does not.</param>
public sealed record BybitKey(string Id, string Note, bool IsReadOnly, IReadOnlyList<string> Permissions, DateTime? ExpiresAt);
