using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

public sealed class PackageTests : IDisposable
{
    private const string Project = "TradeBot.Statistics";

    private readonly string _folder = Directory.CreateTempSubdirectory("package").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public void A_package_says_what_it_is_and_brings_its_readme_and_symbols()
    {
        Skip.IfNot(File.Exists(Repository.PathOf("artifacts", "bin", Project, "release", Project + ".dll")), "The solution is not built in Release.");
        Pack();

        using ZipArchive package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(_folder, "*.nupkg")));
        using Stream specification = package.GetEntry(Project + ".nuspec")!.Open();
        XElement metadata = XDocument.Load(specification).Root!.Elements().Single();
        string Field(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;
        Assert.Equal((Project, "MIT", "README.md"), (Field("id"), Field("license"), Field("readme")));
        Assert.NotEmpty(Field("description"));
        Assert.Contains("backtesting", Field("tags").Split(' '));
        Assert.Equal("git", metadata.Elements().Single(e => e.Name.LocalName == "repository").Attribute("type")?.Value);

        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        Assert.Equal(File.ReadAllText(Path.Combine(SourceTree.Root, Project, "README.md")), readme.ReadToEnd());
        Assert.NotNull(package.GetEntry($"lib/net10.0/{Project}.xml"));
        using ZipArchive symbols = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(_folder, "*.snupkg")));
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{Project}.pdb"));
    }

    [Fact]
    public void Every_project_that_is_packed_has_a_description()
    {
        Assert.All(
            SourceTree.Projects,
            project => Assert.NotEmpty(XDocument.Load(Path.Combine(SourceTree.Root, project, project + ".csproj")).Descendants("Description").Single().Value));
    }

    private void Pack()
    {
        var start = new ProcessStartInfo("dotnet", ["pack", Path.Combine(SourceTree.Root, Project), "-c", "Release", "--no-build", "--no-restore", "-o", _folder, "-nologo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process pack = Process.Start(start)!;
        Task<string> error = pack.StandardError.ReadToEndAsync();
        string output = pack.StandardOutput.ReadToEnd();
        pack.WaitForExit();
        Assert.True(pack.ExitCode == 0, output + error.Result);
    }
}
