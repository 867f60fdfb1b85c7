namespace TradeBot.Notebooks;

/// <summary>Why the cell failed.</summary>
/// <param name="Error">Kind, message, place and trace.</param>
public sealed record ErrorOutput(CellError Error) : CellOutput;
