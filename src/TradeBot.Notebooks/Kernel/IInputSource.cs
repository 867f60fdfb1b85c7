namespace TradeBot.Notebooks;

/// <summary>An output sink that can also ask: what a cell reads from the console comes from here.</summary>
internal interface IInputSource
{
    /// <summary>Asks for one line and waits for it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The line; null at the end of input.</returns>
    /// <exception cref="InvalidOperationException">No front end can answer.</exception>
    string? ReadLine(CancellationToken cancellationToken);
}
