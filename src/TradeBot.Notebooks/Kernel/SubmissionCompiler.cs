using System.Collections.Immutable;
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
/// every framework assembly again and costs megabytes per cell.
/// </remarks>
internal sealed class SubmissionCompiler(LibraryResolver resolver, string folder)
{
    private const string AssemblyPrefix = "notebook-cell-";

    /// <summary>What every cell has in scope without a using.</summary>
    public static readonly IReadOnlyList<string> Namespaces =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);
    private static readonly EmitOptions Emission = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    // Turns a stack that runs out, which would end the process, into an exception.
    private static readonly EmitOptions ProbingEmission = Emission.WithInstrumentationKinds([InstrumentationKind.StackOverflowProbing]);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly CSharpCompilationOptions _firstOptions = Options(resolver, folder).WithUsings(Namespaces.Append(typeof(CellCommands).FullName!)); // a type: its static members
    private readonly CSharpCompilationOptions _laterOptions = Options(resolver, folder);
    private readonly string _session = Guid.NewGuid().ToString("n")[..8];
    private readonly List<ReferencedLibrary> _brought = [];
    private CSharpCompilation? _previous;
    private int _count;

    /// <summary>Compiles a cell on top of those accepted so far.</summary>
    /// <param name="cell">C# alone.</param>
    /// <param name="more">What it refers to beyond its directives.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    /// <exception cref="CompilationException">The cell does not compile.</exception>
    public Submission Compile(CellSource cell, IReadOnlyList<MetadataReference> more, CancellationToken cancellationToken)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(cell.Code, Utf8), ParseOptions, cell.Name, cancellationToken);
        CompilationUnitSyntax root = tree.GetCompilationUnitRoot(cancellationToken);
        (IReadOnlyList<(string, LinePosition)> sources, string code) = PackageSourceDirectives.Take(cell, root);
        if (sources.Count > 0)
        {
            resolver.AddSources(cell, sources);
            tree = CSharpSyntaxTree.ParseText(SourceText.From(code, Utf8), ParseOptions, cell.Name, cancellationToken);
            root = tree.GetCompilationUnitRoot(cancellationToken);
        }

        IReadOnlyList<CompilationUnitSyntax> roots = WithLoaded(root, cancellationToken);
        OptimizationLevel level = roots.Any(CellShape.MayRunOften) ? OptimizationLevel.Release : OptimizationLevel.Debug;
        IReadOnlyList<ReferencedLibrary> libraries = resolver.Needed(cell, roots, cancellationToken);
        CSharpCompilation compilation = Chain(tree, level, [.. libraries.Concat(_brought).Select(library => library.Reference), .. more]);
        var image = new MemoryStream();
        var symbols = new MemoryStream();
        EmitResult emitted = compilation.Emit(image, symbols, options: EmissionOf(roots), cancellationToken: cancellationToken);
        // Without code there is nothing to emit, and the compiler then skips the usings that it would refuse.
        ImmutableArray<Diagnostic> found = emitted.Success && image.Length == 0 ? compilation.GetDiagnostics(cancellationToken) : emitted.Diagnostics;
        if (found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            throw new CompilationException(CompilationReport.Of(cell, found, ScriptHint.Of));

        image.Position = symbols.Position = 0;
        return new Submission(compilation, image, symbols, compilation.ScriptClass!.MetadataName, HasResult(compilation, root), libraries);
    }

    /// <summary>Code that is being written, on top of the cells accepted so far; it need not be free of errors.</summary>
    public CSharpCompilation Draft(string code) =>
        Chain(CSharpSyntaxTree.ParseText(code, ParseOptions), OptimizationLevel.Release, [.. _brought.Select(library => library.Reference)]);

    /// <summary>Makes a library available to later cells.</summary>
    public void Bring(ReferencedLibrary library)
    {
        _brought.RemoveAll(earlier => earlier.Name == library.Name);
        _brought.Add(library);
    }

    /// <summary>Makes a compiled cell the predecessor of the next ones.</summary>
    public void Accept(Submission submission)
    {
        _previous = submission.Compilation;
        resolver.Accept(submission.Libraries);
        _brought.Clear();
        _count++;
    }

    /// <summary>How texts are emitted: with a check of the stack where they may recurse.</summary>
    public static EmitOptions EmissionOf(IEnumerable<CompilationUnitSyntax> roots) => roots.Any(CellShape.MayRecurse) ? ProbingEmission : Emission;

    /// <summary>The cell, and the files that it loads, which the compiler alone knows to find.</summary>
    private IReadOnlyList<CompilationUnitSyntax> WithLoaded(CompilationUnitSyntax root, CancellationToken cancellationToken) =>
        root.GetLoadDirectives().Count == 0
            ? [root]
            : [.. Chain(root.SyntaxTree, OptimizationLevel.Debug, []).SyntaxTrees.Select(tree => tree.GetCompilationUnitRoot(cancellationToken))];

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

    private static CSharpCompilationOptions Options(LibraryResolver resolver, string folder) =>
        new(OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            sourceReferenceResolver: new ScriptFileResolver(folder),
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
