namespace TradeBot.Notebooks;

/// <summary>A peer does not speak ZMTP 3 as this end accepts it; its connection is closed.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
