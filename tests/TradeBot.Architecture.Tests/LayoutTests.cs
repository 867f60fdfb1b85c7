using System.Xml.Linq;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

public class LayoutTests
{
    [Fact]
    public void The_top_level_holds_only_what_the_house_names()
    {
        string[] allowed = ["TradeBot.sln", "README.md", "global.json", "LICENSE", "data", "notebooks", "src", "tests", "artifacts"];
        IEnumerable<string> entries = Directory.EnumerateFileSystemEntries(Repository.Root).Select(e => Path.GetFileName(e)!);
        Assert.Empty(entries.Where(e => !e.StartsWith('.')).Except(allowed));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.PathOf("TradeBot.sln")).Replace('\\', '/');
        foreach (string area in (string[])["src", "tests"])
        {
            foreach (string file in Directory.EnumerateFiles(Repository.PathOf(area), "*.csproj", SearchOption.AllDirectories))
                Assert.Contains(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), solution, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_library_has_a_readme_and_every_library_its_tests()
    {
        foreach (string project in SourceTree.Projects)
        {
            Assert.True(File.Exists(Path.Combine(SourceTree.Root, project, "README.md")), $"{project} has no README.md.");
            Assert.True(Directory.Exists(Repository.PathOf("tests", project + ".Tests")), $"{project} has no tests.");
        }
    }

    [Fact]
    public void Versions_live_in_one_place()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories))
            Assert.DoesNotContain(XDocument.Load(file).Descendants("PackageReference"), p => p.Attribute("Version") is not null);
    }

    [Fact]
    public void No_folder_holds_more_than_30_source_files()
    {
        string[] large = [.. SourceTree.Projects
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, p), "*.cs", SearchOption.AllDirectories))
            .GroupBy(f => Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(f)!).Replace('\\', '/'))
            .Where(folder => folder.Count() > 30)
            .Select(folder => $"{folder.Key}: {folder.Count()} files")];
        Assert.True(large.Length == 0, string.Join('\n', large));
    }

    [Fact]
    public void No_source_file_hides_a_second_idea_in_its_length()
    {
        var long400 = SourceTree.Projects
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, p), "*.cs", SearchOption.AllDirectories))
            .Where(f => File.ReadLines(f).Count() > 400);
        Assert.Empty(long400);
    }
}
