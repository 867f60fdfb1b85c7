namespace TradeBot.Integrations.BybitNet;

/// <summary>Bybit.Net reports that the exchange refused, or could not be reached.</summary>
/// <param name="message">The request, and the error.</param>
/// <param name="innerException">What can be done about it, where that is known; null otherwise.</param>
public sealed class BybitNetException(string message, Exception? innerException = null) : Exception(message, innerException);
