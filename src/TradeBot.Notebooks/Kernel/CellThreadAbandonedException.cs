namespace TradeBot.Notebooks;

/// <summary>A cell's thread could not be stopped and still runs.</summary>
internal sealed class CellThreadAbandonedException()
    : Exception("The cell could not be stopped and its thread still runs; pass CellCancellation to the code that blocks.");
