namespace TradeBot.Notebooks;

/// <summary>Something that a cell shows while it runs.</summary>
public abstract record CellOutput;
