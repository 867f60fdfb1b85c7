using System.Text.RegularExpressions;
using System.Xml.Linq;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

/// <summary>The project files and sources under src/, read as text.</summary>
internal static partial class SourceTree
{
    public static string Root { get; } = Repository.PathOf("src");

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>Projects that a project references, directly or through others.</summary>
    public static HashSet<string> ReferencesOf(string project)
    {
        HashSet<string> all = [];
        void Visit(string name)
        {
            foreach (string reference in Items(name, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))))
            {
                if (all.Add(reference))
                    Visit(reference);
            }
        }

        Visit(project);
        return all;
    }

    public static IEnumerable<string> Items(string project, string item) =>
        XDocument.Load(Path.Combine(Root, project, project + ".csproj")).Descendants(item).Select(x => x.Attribute("Include")!.Value);

    /// <summary>Path below src/ with forward slashes, and text without comments, of every source file below a folder.</summary>
    public static IEnumerable<(string Path, string Code)> Sources(params string[] folder)
    {
        string path = Path.Combine([Root, .. folder]);
        return !Directory.Exists(path)
            ? []
            : Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
                .Select(f => (Path.GetRelativePath(Root, f).Replace('\\', '/'), Comments().Replace(File.ReadAllText(f), "")));
    }

    /// <summary>The code with every plain string literal emptied.</summary>
    public static string WithoutStrings(string code) => Strings().Replace(code, "\"\"");

    [GeneratedRegex(@"""(\\.|[^""\\\n])*""")]
    private static partial Regex Strings();

    // Comments may speak of what code may not do.
    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
