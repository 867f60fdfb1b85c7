using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>Finds the files that <c>#load</c> names, and leaves the names of cells, which are not paths, unchanged.</summary>
internal sealed class ScriptFileResolver(string folder) : SourceFileResolver([], folder)
{
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath) =>
        base.ResolveReference(path, Path.IsPathFullyQualified(baseFilePath ?? "") ? baseFilePath : null);
}
