namespace TradeBot.Notebooks;

/// <summary>A heading of the page, for its list of contents.</summary>
internal sealed record PageHeading(int Level, string Text, string Anchor);
