using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>A session: cells run one after another and see each other's variables, methods, types and usings.</summary>
/// <remarks>
/// Cells are C#, or another language where they or their document say so. A cell that fails keeps what it
/// declared before it failed. Libraries come with <c>#r "path"</c>, relative to the session's folder, together
/// with what they need from their own folder; they are read into memory, so that <c>Assembly.Location</c> is
/// empty in them. One cell runs at a time.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private static readonly TimeSpan PackageTimeLimit = TimeSpan.FromMinutes(2);

    private const string OtherThreads = $"What it started on other threads ends only if it watches the token {nameof(CellCommands.CellCancellation)}.";

    private readonly CSharpLanguage _csharp;
    private readonly SessionLanguages _languages;
    private readonly CellMagics _magics;
    private readonly SemaphoreSlim _turn = new(1);

    /// <param name="folder">Where <c>#r</c> paths start: the notebook's folder.</param>
    public CSharpSession(string folder)
    {
        string fullFolder = Path.GetFullPath(folder);
        _csharp = new CSharpLanguage(fullFolder, new PackageRestorer(fullFolder, PackageRestorer.DefaultCache, PackageTimeLimit));
        _languages = new SessionLanguages(_csharp, fullFolder);
        _magics = new CellMagics(_languages, fullFolder, RunStepsAsync);
        ProgressPort.Install();
        BackgroundFaults.Install();
        PoolGuard.Install();
    }

    /// <summary>How long one cell may run once it is compiled; unlimited by default.</summary>
    public TimeSpan CellTimeLimit { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>True to give cells what comes by the process's descriptors, where the process reads these.</summary>
    internal bool TakesRawOutput { get; init; } = true;

    /// <summary>How large the stack of a cell is.</summary>
    internal int StackBytes { get; init; } = CellThread.StackBytes;

    /// <summary>Compiles and runs a cell.</summary>
    /// <param name="cell">Code and name.</param>
    /// <param name="sink">Takes what the cell shows, its value and its error included.</param>
    /// <param name="cancellationToken">Stops the cell, also inside a loop; the session and its variables stay usable.</param>
    /// <returns>How the cell ended; errors in the cell are results, not exceptions.</returns>
    public async Task<CellResult> ExecuteAsync(CellSource cell, IOutputSink sink, CancellationToken cancellationToken = default)
    {
        try
        {
            await _turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return Ended(CellError.Of(CellError.Cancelled, "The cell was stopped before it began."), sink);
        }

        try
        {
            return Ended(await RunAsync(cell, sink, cancellationToken), sink);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Releases the session's libraries and variables.</summary>
    public void Dispose()
    {
        _languages.Dispose();
        _turn.Dispose();
    }

    /// <summary>The C# variable of that name in the latest cell that declares it.</summary>
    internal (FieldInfo Field, object Owner)? FindVariable(string name) => _csharp.Find(name);

    /// <summary>What a cell with this code would mean now; its directives and other languages are left out.</summary>
    internal CSharpCompilation Draft(string code) => _csharp.Draft(code);

    /// <summary>What can be written in another language than C#.</summary>
    /// <param name="language">One of <see cref="MagicCatalog.Languages"/>.</param>
    /// <param name="before">Its text up to the word at the cursor.</param>
    internal IReadOnlyList<CompletionItem> Complete(string language, string before) => _languages.Get(language).Complete(before);

    private static CellResult Ended(CellError? error, IOutputSink sink)
    {
        if (error is not null)
            sink.Receive(new ErrorOutput(error));
        return new CellResult(error);
    }

    private async Task<CellError?> RunAsync(CellSource cell, IOutputSink sink, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var run = new CellExecution(cell, sink, limit, CellTimeLimit, StackBytes);
            ConsoleRouter.Install();
            if (TakesRawOutput)
                RawOutput.Begin(run.Scope);
            await RunStepsAsync(cell, run);
            return null;
        }
        catch (CompilationException error)
        {
            return error.Error;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CellError.Of(CellError.Cancelled, $"The cell was stopped. {OtherThreads}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return CellError.Of(CellError.TimeLimit, string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than its limit of {CellTimeLimit.TotalSeconds} s and was stopped. {OtherThreads}"));
        }
        catch (CellThreadAbandonedException error)
        {
            return CellError.Of(cancellationToken.IsCancellationRequested ? CellError.Cancelled : CellError.TimeLimit, error.Message);
        }
        catch (Exception error)
        {
            return ExceptionReport.Of(error, cell.Name);
        }
        finally
        {
            RawOutput.Drain();
        }
    }

    /// <summary>Runs a cell, or a file that a cell imports, step by step; the first that fails ends it.</summary>
    private async Task RunStepsAsync(CellSource cell, CellExecution run)
    {
        TimedSteps? timed = null;
        foreach (CellStep step in CellSteps.Of(cell))
        {
            if (step.Text is not null)
                await _languages.Get(step.Language).RunAsync(step, run);
            else if (step.Command!.Name == TimedSteps.Magic)
                timed ??= new TimedSteps();
            else
                await _magics.RunAsync(step.Command, step.Language, run);
        }

        if (timed is not null)
            await run.ShowAsync(timed.Report);
    }
}
