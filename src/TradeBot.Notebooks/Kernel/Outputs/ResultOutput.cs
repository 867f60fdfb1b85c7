namespace TradeBot.Notebooks;

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">The value in its forms.</param>
public sealed record ResultOutput(MimeBundle Data) : CellOutput;
