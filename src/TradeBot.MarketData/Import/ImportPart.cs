namespace TradeBot.MarketData;

/// <summary>One plain text of a foreign file: the file's own, or one of an archive.</summary>
/// <param name="Source">What errors call it.</param>
/// <param name="Name">The innermost file name, which may tell symbol and timeframe.</param>
/// <param name="Text">UTF-8 without a byte order mark.</param>
internal readonly record struct ImportPart(string Source, string Name, ReadOnlyMemory<byte> Text);
