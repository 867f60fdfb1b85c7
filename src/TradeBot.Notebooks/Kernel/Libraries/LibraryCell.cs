using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Compiles a library cell: ordinary C# with the usings that every cell has.</summary>
internal static class LibraryCell
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse);
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true);

    /// <param name="source">The text, on the lines it has in its cell.</param>
    /// <param name="name">The assembly's name; a second library of that name takes the place of the first in later cells.</param>
    /// <param name="shelf">What it may refer to.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    /// <exception cref="CompilationException">The text does not compile.</exception>
    public static ReferencedLibrary Compile(CellSource source, string name, LibraryShelf shelf, CancellationToken cancellationToken)
    {
        int version = shelf.NextVersion(name);
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(SourceText.From(source.Code, Encoding.UTF8), ParseOptions, source.Name, cancellationToken), Preamble(version)],
            [.. HostAssemblies.References, .. shelf.References(except: name)],
            Options);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult emitted = compilation.Emit(image, symbols, options: SubmissionCompiler.EmissionOf([compilation.SyntaxTrees[0].GetCompilationUnitRoot(cancellationToken)]), cancellationToken: cancellationToken);
        if (!emitted.Success)
            throw new CompilationException(CompilationReport.Of(source, emitted.Diagnostics));
        return ReferencedLibrary.OfCell(image.ToArray(), symbols.ToArray());
    }

    /// <summary>The usings, and a version by which the compiler and the runtime tell a library from its later self.</summary>
    private static SyntaxTree Preamble(int version)
    {
        var text = new StringBuilder();
        foreach (string space in SubmissionCompiler.Namespaces)
            text.Append("global using ").Append(space).Append(";\n");
        text.Append("global using static ").Append(typeof(CellCommands).FullName).Append(";\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"[assembly: System.Reflection.AssemblyVersion(\"1.0.{version}.0\")]\n");
        return CSharpSyntaxTree.ParseText(SourceText.From(text.ToString(), Encoding.UTF8), ParseOptions, "library preamble");
    }
}
