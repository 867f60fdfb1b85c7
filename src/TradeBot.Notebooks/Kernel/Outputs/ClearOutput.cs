namespace TradeBot.Notebooks;

/// <summary>What the cell showed so far is gone.</summary>
/// <param name="Wait">True to keep it until the next output takes its place, so that nothing flickers.</param>
public sealed record ClearOutput(bool Wait) : CellOutput;
