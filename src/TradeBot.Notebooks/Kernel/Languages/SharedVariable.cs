namespace TradeBot.Notebooks;

/// <summary>A variable as other languages see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">What it holds now.</param>
internal sealed record SharedVariable(string Name, Type Type, object? Value);
