using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TradeBot.Testing;
using Xunit;

namespace TradeBot.Architecture.Tests;

/// <summary>Which folders of a project use types and members of which others, as the compiler understands the sources.</summary>
internal sealed class FolderGraph
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest, DocumentationMode.None);
    private static readonly Dictionary<string, CSharpCompilation> Compilations = [];

    private readonly Dictionary<(string From, string To), SortedSet<string>> _uses = [];

    private FolderGraph(string project) => Project = project;

    public string Project { get; }

    /// <summary>Reads a project's sources, those of the projects it references, and the packages of the build.</summary>
    public static FolderGraph Of(string project)
    {
        var graph = new FolderGraph(project);
        CSharpCompilation compilation = Compile(project);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => graph.FolderOf(tree) is not null))
            graph.Read(tree, compilation.GetSemanticModel(tree));
        return graph;
    }

    /// <summary>The folders that use each other, a folder and one below it aside, and the types that make each depend on the other.</summary>
    public IEnumerable<FolderPair> Circles() =>
        from use in _uses.Keys
        where string.CompareOrdinal(use.From, use.To) < 0 && _uses.ContainsKey((use.To, use.From)) && !IsBelow(use.From, use.To) && !IsBelow(use.To, use.From)
        orderby use.From, use.To
        select new FolderPair(Project, use.From, use.To, [.. _uses[use]], [.. _uses[(use.To, use.From)]]);

    private static bool IsBelow(string folder, string other) => other.Length == 0 || folder.StartsWith(other + "/", StringComparison.Ordinal);

    private void Read(SyntaxTree tree, SemanticModel model)
    {
        string from = FolderOf(tree)!;
        foreach (SyntaxNode name in Names(tree))
        {
            if (model.GetSymbolInfo(name).Symbol is not { } symbol)
                continue;
            INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
            if (type is null or { IsTupleType: true } || (symbol.Kind == SymbolKind.NamedType ? type : symbol).OriginalDefinition.DeclaringSyntaxReferences is not [{ } declared, ..])
                continue;
            if (FolderOf(declared.SyntaxTree) is not { } to || to == from)
                continue;
            if (!_uses.TryGetValue((from, to), out SortedSet<string>? types))
                _uses.Add((from, to), types = new(StringComparer.Ordinal));
            types.Add(type.Name);
        }
    }

    private static IEnumerable<SyntaxNode> Names(SyntaxTree tree) => tree.GetRoot().DescendantNodes()
        .Where(node => node is SimpleNameSyntax { IsVar: false } or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax);

    /// <summary>The folder below the project, with forward slashes; null for a file that is not in the project's folder.</summary>
    private string? FolderOf(SyntaxTree tree)
    {
        string path = Path.GetRelativePath(Path.Combine(SourceTree.Root, Project), tree.FilePath).Replace('\\', '/');
        return path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? null : path.Contains('/') ? path[..path.LastIndexOf('/')] : "";
    }

    /// <summary>Whether a project has been built; a bridge is left out where the feed lacks its packages.</summary>
    public static bool IsBuilt(string project) => File.Exists(ImplicitUsings(project));

    private static string ImplicitUsings(string project) => Repository.PathOf("artifacts", "obj", project, "release", project + ".GlobalUsings.g.cs");

    private static CSharpCompilation Compile(string project)
    {
        if (Compilations.TryGetValue(project, out CSharpCompilation? known))
            return known;

        string implicitUsings = ImplicitUsings(project);
        Skip.IfNot(File.Exists(implicitUsings), $"The solution is not built in Release: {implicitUsings} is missing.");
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, project), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(SourceTree.Root, "*.cs"))
            .Append(implicitUsings);
        IEnumerable<MetadataReference> projects = SourceTree.ReferencesOf(project).Select(reference => Compile(reference).ToMetadataReference());
        var compilation = CSharpCompilation.Create(
            project,
            files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Language, file)),
            [.. projects, .. Assemblies.Value],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        Compilations.Add(project, compilation);
        return compilation;
    }

    /// <summary>The framework, and the packages beside what was built.</summary>
    private static readonly Lazy<ImmutableArray<MetadataReference>> Assemblies = new(() =>
    {
        string[] framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        IEnumerable<string> packages = SourceTree.Projects
            .Select(project => Repository.PathOf("artifacts", "bin", project, "release"))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"));
        return [.. framework.Concat(packages)
            .Where(path => !Path.GetFileName(path).StartsWith("TradeBot", StringComparison.Ordinal))
            .DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path))];
    });
}

/// <summary>Two folders of a project that use each other.</summary>
internal sealed record FolderPair(string Project, string First, string Second, IReadOnlyList<string> ForFirst, IReadOnlyList<string> ForSecond)
{
    public string Key => $"{Project}: {Named(First)} <-> {Named(Second)}";

    public override string ToString() => $"{Key}; {Named(First)} uses {string.Join(", ", ForFirst)}; {Named(Second)} uses {string.Join(", ", ForSecond)}";

    private static string Named(string folder) => folder.Length == 0 ? "(top)" : folder;
}
