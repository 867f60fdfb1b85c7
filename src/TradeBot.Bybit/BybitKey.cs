namespace TradeBot.Exchanges;

/// <summary>What an API key may do.</summary>
/// <param name="Id">The exchange's name of the key.</param>
/// <param name="Note">What its owner called it.</param>
/// <param name="IsReadOnly">True when it cannot place orders.</param>
/// <param name="Permissions">The rights granted, such as ContractTrade.Order.</param>
/// <param name="ExpiresAt">When it ends, UTC; null when it does not.</param>
public sealed record BybitKey(string Id, string Note, bool IsReadOnly, IReadOnlyList<string> Permissions, DateTime? ExpiresAt);
