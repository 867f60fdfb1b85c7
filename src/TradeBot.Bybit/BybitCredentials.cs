namespace TradeBot.Exchanges;

/// <summary>An API key of one environment; market data needs none.</summary>
/// <param name="Key">The public part.</param>
/// <param name="Secret">The part that signs. It is never printed or logged.</param>
public sealed record BybitCredentials(string Key, string Secret)
{
    /// <summary>The key's first characters.</summary>
    public override string ToString() => $"key {Key[..Math.Min(4, Key.Length)]}…";
}
