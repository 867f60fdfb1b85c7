namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>What one subscription has to say.</summary>
internal interface ITopicFeed
{
    /// <summary>The messages that have come up since the last call; at the first, what a subscriber gets at once.</summary>
    /// <param name="now">The exchange's clock.</param>
    IEnumerable<byte[]> Poll(long now);
}
