namespace TradeBot.Learning;

/// <summary>One version, as the index of a registry keeps it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Registered">When, UTC.</param>
/// <param name="ModelHash">SHA-256 of the model's file.</param>
/// <param name="ModelBytes">The size of the model's file.</param>
/// <param name="CardHash">SHA-256 of the card's file.</param>
internal sealed record RegistryEntry(int Number, DateTime Registered, string ModelHash, long ModelBytes, string CardHash);
