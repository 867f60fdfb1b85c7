namespace TradeBot.Integrations.BybitNet;

/// <summary>Bybit.Net reports that the exchange refused, or could not be reached.</summary>
/// <param name="message">What was asked, and the error.</param>
public sealed class BybitNetException(string message) : Exception(message);
