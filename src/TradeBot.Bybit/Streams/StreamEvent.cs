using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Streams;

/// <summary>What happens on a connection: it is subscribed, anew or for the first time, or a message came.</summary>
/// <param name="Connection">Where.</param>
/// <param name="Message">The message; null when the connection has just been subscribed and may have missed something.</param>
internal readonly record struct StreamEvent(StreamConnection Connection, StreamMessage? Message);
