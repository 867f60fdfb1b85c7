namespace TradeBot.Notebooks;

/// <summary>One thing that could stand at the cursor.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">What it is, in the words that front ends have icons for.</param>
/// <param name="Signature">How it is declared; empty for keywords.</param>
/// <param name="Rank">Nearer things come first: 0 for what the notebook declares.</param>
internal sealed record CompletionItem(string Text, string Kind, string Signature, int Rank);
