namespace TradeBot.Notebooks;

/// <summary>Where the cells of one run execute: in this process, or in one of their own that can be killed.</summary>
internal interface ICellHost : IAsyncDisposable
{
    /// <summary>False when nothing more can run, because the process has ended.</summary>
    bool IsAlive { get; }

    /// <summary>Compiles and runs a cell.</summary>
    /// <returns>Why the cell failed; null when it ran to its end. The error has been shown to the sink, too.</returns>
    Task<CellError?> ExecuteAsync(CellSource cell, IOutputSink sink, CancellationToken cancellationToken);

    /// <summary>Gives the session's variables values, and shows the sink which.</summary>
    /// <exception cref="NotebookParameterException">A value does not fit its variable.</exception>
    Task SetAsync(IReadOnlyDictionary<string, string> values, IOutputSink sink, CancellationToken cancellationToken);

    /// <summary>Returns once the sinks have received what was shown so far.</summary>
    Task DrainAsync();
}
