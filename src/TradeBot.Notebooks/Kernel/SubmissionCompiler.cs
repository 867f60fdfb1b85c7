using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Compiles cells one after another, each seeing what the earlier ones declared.</summary>
/// <remarks>
/// References and usings go to the first submission only; later ones inherit them. Passing them again binds
/// every framework assembly anew and costs megabytes per cell.
/// </remarks>
internal sealed class SubmissionCompiler(LibraryResolver resolver)
{
    private const string AssemblyPrefix = "notebook-cell-";

    private static readonly string[] Usings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(CellCommands).FullName!, // its static members, as `using static` has them
    ];

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);
    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly CSharpCompilationOptions _firstOptions = Options(resolver).WithUsings(Usings);
    private readonly CSharpCompilationOptions _laterOptions = Options(resolver);
    private readonly string _session = Guid.NewGuid().ToString("n")[..8];
    private CSharpCompilation? _previous;
    private int _count;

    /// <summary>Compiles a cell on top of those accepted so far.</summary>
    /// <exception cref="CompilationException">The cell does not compile.</exception>
    public Submission Compile(CellSource cell, CancellationToken cancellationToken)
    {
        SourceText text = SourceText.From(CellDirectives.Blank(cell), Utf8);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, ParseOptions, cell.Name, cancellationToken);
        CompilationUnitSyntax root = tree.GetCompilationUnitRoot(cancellationToken);
        IReadOnlyList<ReferencedLibrary> libraries = resolver.Needed(cell, root);
        CSharpCompilation compilation = Chain(tree, CellShape.Level(root), [.. libraries.Select(library => library.Reference)]);
        var image = new MemoryStream();
        var symbols = new MemoryStream();
        EmitResult emitted = compilation.Emit(image, symbols, options: EmitOptions, cancellationToken: cancellationToken);
        if (emitted.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            throw new CompilationException(CompilationReport.Of(cell, emitted.Diagnostics));

        image.Position = symbols.Position = 0;
        return new Submission(compilation, image, symbols, compilation.ScriptClass!.MetadataName, HasResult(compilation, root), libraries);
    }

    /// <summary>Code that is being written, on top of the cells accepted so far; it need not be free of errors.</summary>
    public CSharpCompilation Draft(string code) => Chain(CSharpSyntaxTree.ParseText(code, ParseOptions), libraries: []);

    /// <summary>True for the names that compiled cells bear.</summary>
    public static bool IsCellAssembly(string simpleName) => simpleName.StartsWith(AssemblyPrefix, StringComparison.Ordinal);

    /// <summary>Makes a compiled cell the one that later cells are chained on.</summary>
    public void Accept(Submission submission)
    {
        _previous = submission.Compilation;
        resolver.Accept(submission.Libraries);
        _count++;
    }

    private CSharpCompilation Chain(SyntaxTree tree, OptimizationLevel level, MetadataReference[] libraries)
    {
        string number = _count.ToString(CultureInfo.InvariantCulture);
        return CSharpCompilation.CreateScriptCompilation(
            $"{AssemblyPrefix}{_session}-{number}",
            tree,
            _previous is null ? [.. HostAssemblies.References, .. libraries] : libraries,
            (_previous is null ? _firstOptions : _laterOptions).WithScriptClassName($"Submission#{number}").WithOptimizationLevel(level),
            _previous,
            returnType: typeof(object));
    }

    private static CSharpCompilationOptions Options(LibraryResolver resolver) =>
        new(OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            metadataReferenceResolver: resolver,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    private static bool HasResult(CSharpCompilation compilation, CompilationUnitSyntax root)
    {
        if (root.DescendantNodes(IsTopLevel).Any(node => node.IsKind(SyntaxKind.ReturnStatement)))
            return true;
        return root.Members.OfType<GlobalStatementSyntax>().LastOrDefault()?.Statement is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last
            && compilation.GetSemanticModel(root.SyntaxTree).GetTypeInfo(last.Expression).ConvertedType?.SpecialType != SpecialType.System_Void;
    }

    private static bool IsTopLevel(SyntaxNode node) => node is CompilationUnitSyntax or GlobalStatementSyntax or StatementSyntax;
}
