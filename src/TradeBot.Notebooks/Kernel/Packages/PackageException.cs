namespace TradeBot.Notebooks;

/// <summary>A package cannot be had.</summary>
internal sealed class PackageException(string message) : Exception(message);
