namespace TradeBot.Notebooks;

/// <summary>How a cell ended.</summary>
/// <param name="Error">Null when the cell ran to its end.</param>
public sealed record CellResult(CellError? Error)
{
    /// <summary>True when the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
