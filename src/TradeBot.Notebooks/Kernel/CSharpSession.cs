using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>A C# session: cells run one after another and see each other's variables, methods, types and usings.</summary>
/// <remarks>
/// A cell that fails keeps what it declared before it failed. Libraries come with <c>#r "path"</c>, relative
/// to the session's folder, together with what they need from their own folder; they are read into memory,
/// so that <c>Assembly.Location</c> is empty in them. One cell runs at a time.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private readonly SubmissionCompiler _compiler;
    private readonly SessionLoadContext _context;
    private readonly SubmissionState _state = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <param name="folder">Where <c>#r</c> paths start: the notebook's folder.</param>
    public CSharpSession(string folder)
    {
        var shelf = new LibraryShelf();
        _compiler = new SubmissionCompiler(new LibraryResolver(shelf, Path.GetFullPath(folder)));
        _context = new SessionLoadContext(shelf);
        ConsoleRouter.Install();
        BackgroundFaults.Install();
    }

    /// <summary>How long one cell may run once it is compiled; unlimited by default.</summary>
    public TimeSpan CellTimeLimit { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Compiles and runs a cell.</summary>
    /// <param name="cell">Code and name.</param>
    /// <param name="sink">Takes what the cell shows, its value and its error included.</param>
    /// <param name="cancellationToken">Stops the cell, also inside a loop; the session and its variables stay usable.</param>
    /// <returns>How the cell ended; errors in the cell are results, not exceptions.</returns>
    public async Task<CellResult> ExecuteAsync(CellSource cell, IOutputSink sink, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            CellError? error = await RunAsync(cell, sink, cancellationToken);
            if (error is not null)
                sink.Receive(new ErrorOutput(error));
            return new CellResult(error);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets go of the session's libraries and variables.</summary>
    public void Dispose()
    {
        _context.Unload();
        _turn.Dispose();
    }

    /// <summary>The variable of that name in the latest cell that declares it.</summary>
    internal (FieldInfo Field, object Owner)? FindVariable(string name) => _state.Find(name);

    /// <summary>What a cell with this code would mean now; its directives are left out.</summary>
    internal CSharpCompilation Draft(string code) => _compiler.Draft(CellDraft.Blank(code));

    private async Task<CellError?> RunAsync(CellSource cell, IOutputSink sink, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await CompileAndRunAsync(cell, sink, limit);
            return null;
        }
        catch (CompilationException error)
        {
            return error.Error;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CellError.Of(CellError.Cancelled, "The cell was stopped.");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return CellError.Of(CellError.TimeLimit, string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than its limit of {CellTimeLimit.TotalSeconds} s and was stopped."));
        }
        catch (CellThreadAbandonedException error)
        {
            return CellError.Of(cancellationToken.IsCancellationRequested ? CellError.Cancelled : CellError.TimeLimit, error.Message);
        }
        catch (Exception error)
        {
            return ExceptionReport.Of(error, cell.Name);
        }
    }

    private async Task CompileAndRunAsync(CellSource cell, IOutputSink sink, CancellationTokenSource limit)
    {
        CancellationToken cancellationToken = limit.Token;
        Submission submission = await Task.Run(() => _compiler.Compile(cell, cancellationToken), cancellationToken);
        _compiler.Accept(submission);
        if (submission.Image.Length == 0)
            return;

        MethodInfo factory = Load(submission);
        var scope = new CellScope(cell.Name, sink, cancellationToken);
        limit.CancelAfter(CellTimeLimit);
        await CellThread.RunAsync(scope, () => RunAndShowAsync(factory, scope, submission.HasResult), cancellationToken);
    }

    private MethodInfo Load(Submission submission)
    {
        _state.Reserve();
        Assembly assembly = _context.LoadFromStream(submission.Image, submission.Symbols);
        CellSymbols.Keep(assembly, submission.Symbols.ToArray());
        return assembly.GetType(submission.TypeName, throwOnError: true)!.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
    }

    /// <summary>Formats on the cell's thread: formatting runs the researcher's code and must be as stoppable.</summary>
    private async Task<object?> RunAndShowAsync(MethodInfo factory, CellScope scope, bool hasResult)
    {
        object? value = await _state.Run(factory);
        if (hasResult)
            scope.Show(new ResultOutput(ValueFormatter.Format(value)));
        return value;
    }
}
