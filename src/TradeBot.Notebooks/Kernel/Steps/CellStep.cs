namespace TradeBot.Notebooks;

/// <summary>One thing that a cell does: run text in a language, or carry out a magic.</summary>
/// <param name="Language">The language of the text, or for which the magic is meant.</param>
/// <param name="Command">The magic; for text the one that opened it, null when the text opens the cell.</param>
/// <param name="Text">The text on the lines it has in the cell, empty lines before it; null for a magic.</param>
internal sealed record CellStep(string Language, MagicCommand? Command, CellSource? Text);
