using Microsoft.Extensions.FileSystemGlobbing;

namespace TradeBot.Notebooks;

/// <summary>Finds the notebooks that files, folders and patterns name.</summary>
public static class NotebookFiles
{
    private static readonly string[] Extensions = [".ipynb", ".dib"];

    /// <summary>Lists notebooks, each once, in the order of the paths and by name within a folder or pattern.</summary>
    /// <param name="paths">
    /// Files; folders, which stand for the notebooks directly in them; patterns with <c>*</c> and <c>**</c>, such as
    /// <c>notebooks/**/*.ipynb</c>, which skip folders whose names begin with a dot.
    /// </param>
    /// <returns>Full paths.</returns>
    /// <exception cref="FileNotFoundException">A path names no notebook.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths) =>
        [.. paths.SelectMany(Expand).Distinct(StringComparer.Ordinal)];

    /// <summary>True for files whose names end as notebooks' do.</summary>
    internal static bool IsNotebook(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Expand(string path)
    {
        string full = Path.GetFullPath(path);
        if (File.Exists(full))
            return [full];
        if (Directory.Exists(full))
            return Some(Directory.EnumerateFiles(full).Where(IsNotebook), $"The folder {path} holds no {string.Join(" or ", Extensions)} file.", path);
        if (path.Contains('*', StringComparison.Ordinal))
            return Some(Match(path), $"No notebook matches {path}.", path);
        throw new FileNotFoundException($"There is no file or folder {path}.", path);
    }

    private static IEnumerable<string> Match(string pattern)
    {
        string[] parts = pattern.Split('/', '\\');
        int fixedParts = Array.FindIndex(parts, part => part.Contains('*', StringComparison.Ordinal));
        string root = Path.GetFullPath(fixedParts == 0 ? "." : string.Join(Path.DirectorySeparatorChar, parts[..fixedParts]) + Path.DirectorySeparatorChar);
        if (!Directory.Exists(root))
            return [];
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(string.Join('/', parts[fixedParts..])).AddExclude("**/.*/**");
        return matcher.GetResultsInFullPath(root).Select(Path.GetFullPath).Where(IsNotebook);
    }

    private static string[] Some(IEnumerable<string> files, string otherwise, string path)
    {
        string[] found = [.. files.Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw new FileNotFoundException(otherwise, path);
    }
}
