using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>C# cells: compiled one on top of another, run in the session's load context.</summary>
internal sealed class CSharpLanguage : ICellLanguage
{
    private readonly LibraryShelf _shelf = new();
    private readonly SubmissionCompiler _compiler;
    private readonly SessionLoadContext _context;
    private readonly SubmissionState _state = new();
    private readonly CellTrail _trail = new();

    /// <param name="folder">Where relative paths start.</param>
    /// <param name="packages">Fetches what <c>#r "nuget:"</c> names.</param>
    public CSharpLanguage(string folder, PackageRestorer packages)
    {
        _compiler = new SubmissionCompiler(new LibraryResolver(_shelf, folder, packages), folder);
        _context = new SessionLoadContext(_shelf);
    }

    public Task RunAsync(CellStep step, CellExecution run) => RunAsync(step.Text!, run);

    public IReadOnlyList<SharedVariable> Variables() => _state.Variables();

    public (FieldInfo Field, object Owner)? Find(string name) => _state.Find(name);

    /// <summary>What a cell with this code would mean now; its directives are left out.</summary>
    public CSharpCompilation Draft(string code) => _compiler.Draft(CellParts.Blank(code));

    public async Task DeclareAsync(string name, object? value, CellExecution run)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
            throw new NotSupportedException($"\"{name}\" is not a valid name of a C# variable.");
        string keyword = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? "" : "@";
        SharedType type = SharedType.Of(value, IsInSight);
        await RunAsync(new CellSource("shared value", $"{type.Text} {keyword}{name} = default;"), run, type.Libraries);
        (FieldInfo field, object owner) = _state.Find(name)!.Value;
        field.SetValue(owner, value);
    }

    /// <summary>Compiles ordinary C# against what the session has, and adds it to that.</summary>
    public async Task AddLibraryAsync(CellSource source, string name, CellExecution run)
    {
        ReferencedLibrary library = await Task.Run(() => LibraryCell.Compile(source, name, _shelf, run.Cancellation), run.Cancellation);
        _shelf.Replace(library);
        CellSymbols.Keep(_context.LoadCell(library), library.Symbols!, run.Scope, _trail);
        _compiler.Bring(library);
    }

    public void Dispose() => _context.UnloadAll();

    private async Task RunAsync(CellSource text, CellExecution run, IReadOnlyList<Microsoft.CodeAnalysis.MetadataReference>? libraries = null)
    {
        _trail.Latest = run.Scope;
        Submission submission = await Task.Run(() => _compiler.Compile(text, libraries ?? [], run.Cancellation), run.Cancellation);
        _compiler.Accept(submission);
        if (submission.Image.Length == 0)
            return;
        MethodInfo factory = Load(submission, run.Scope);
        await run.OnThreadAsync(() => RunAndShowAsync(factory, run.Scope, submission.HasResult));
    }

    private bool IsInSight(Assembly assembly) =>
        HostAssemblies.Provide(assembly.GetName().Name!) || System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly) == _context;

    private MethodInfo Load(Submission submission, CellScope scope)
    {
        _state.Reserve();
        Assembly assembly = _context.LoadFromStream(submission.Image, submission.Symbols);
        CellSymbols.Keep(assembly, submission.Symbols.ToArray(), scope, _trail);
        return assembly.GetType(submission.TypeName, throwOnError: true)!.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
    }

    /// <summary>Formats on the cell's thread, because formatting runs the user's code and must be stoppable too.</summary>
    private async Task<object?> RunAndShowAsync(MethodInfo factory, CellScope scope, bool hasResult)
    {
        object? value = await _state.Run(factory);
        if (hasResult)
            scope.Show(new ResultOutput(ValueFormatter.Format(value)));
        return value;
    }
}
