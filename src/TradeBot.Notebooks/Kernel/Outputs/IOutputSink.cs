namespace TradeBot.Notebooks;

/// <summary>Receives what a cell shows: a document being recorded, or a front end over the wire.</summary>
public interface IOutputSink
{
    /// <summary>Takes one output. Called from any thread, also after the cell ended, by work that it left behind.</summary>
    /// <param name="output">In the order in which the cell showed it.</param>
    void Receive(CellOutput output);
}
