namespace TradeBot.Notebooks;

/// <summary>A cell does not compile.</summary>
internal sealed class CompilationException(CellError error) : Exception(error.Message)
{
    public CellError Error { get; } = error;
}
