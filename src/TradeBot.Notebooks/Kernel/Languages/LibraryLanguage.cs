using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>A cell that begins with <c>%%library NAME</c>: ordinary C#, where namespaces and extension methods are allowed.</summary>
internal sealed class LibraryLanguage(CSharpLanguage csharp) : ICellLanguage
{
    private const string DefaultName = "Library";

    public Task RunAsync(CellStep step, CellExecution run)
    {
        string name = step.Command!.Arguments is [string given, ..] ? given : DefaultName;
        if (!name.Split('.').All(SyntaxFacts.IsValidIdentifier))
            throw step.Command.Refused(run.Cell, $"\"{name}\" is not a library name; accepted are letters, digits, _ and dots.");
        return csharp.AddLibraryAsync(step.Text!, name, run);
    }

    public IReadOnlyList<SharedVariable> Variables() => [];

    public Task DeclareAsync(string name, object? value, CellExecution run) =>
        throw new NotSupportedException($"A library cell has no variables: set {name} in another language.");

    public void Dispose()
    {
    }
}
