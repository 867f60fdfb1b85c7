using System.Text.Json;

namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>Packages out of a source that is a folder, made of what the build itself restored: no network takes part.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("nuget:Markdig,VERSION")]
    [InlineData("nuget: Markdig")]
    public async Task A_package_is_restored_and_its_types_are_there(string reference)
    {
        (string version, _) = Provide("Markdig");
        using var session = new TestSession(_folder.FullPath);

        Assert.Equal("<p><em>x</em></p>\n", await session.ValueAsync($"#r \"{reference.Replace("VERSION", version, StringComparison.Ordinal)}\"\nusing Markdig;\nMarkdown.ToHtml(\"*x*\")"));
        Assert.Equal("<h1>y</h1>\n", await session.ValueAsync("Markdown.ToHtml(\"# y\")"));
    }

    [SkippableFact]
    public async Task What_a_package_needs_comes_with_it_native_libraries_too()
    {
        (string version, _) = Provide("SQLitePCLRaw.bundle_e_sqlite3");
        Provide("SQLitePCLRaw.core");
        Provide("SQLitePCLRaw.lib.e_sqlite3");
        Provide("SQLitePCLRaw.provider.e_sqlite3");
        Provide("System.Memory", isNeeded: false);
        using var session = new TestSession(_folder.FullPath);

        Assert.Equal("True", await session.ValueAsync($"#r \"nuget:SQLitePCLRaw.bundle_e_sqlite3,{version}\"\nSQLitePCL.Batteries_V2.Init(); SQLitePCL.raw.sqlite3_libversion_number() > 3_000_000"));
    }

    [SkippableFact]
    public void What_was_restored_once_needs_no_source_again()
    {
        (string version, string source) = Provide("Markdig");
        string cache = _folder.PathOf("cache");
        PackageRequest[] requests = [new PackageRequest("Markdig", version)];
        PackageAssets first = new PackageRestorer(_folder.FullPath, cache, TimeSpan.FromMinutes(2)).Restore(requests, default);
        Directory.Delete(source, recursive: true);
        PackageAssets again = new PackageRestorer(_folder.FullPath, cache, TimeSpan.Zero).Restore(requests, default);

        Assert.Equal(first.Libraries, again.Libraries);
        Assert.Equal("Markdig.dll", Path.GetFileName(Assert.Single(first.Libraries)));
    }

    [SkippableFact]
    public async Task A_cell_may_name_a_folder_as_one_more_source()
    {
        (_, string source) = Provide("Markdig");
        string other = _folder.PathOf("other");
        Directory.Move(source, other);
        Directory.CreateDirectory(source);
        const string reference = "#r \"nuget:Markdig\"\n"; // the newest, which is asked for each time
        using var session = new TestSession(_folder.FullPath);

        Assert.Contains("NU1101", (await session.ErrorAsync(reference)).Message, StringComparison.Ordinal);
        Assert.Equal("<p>x</p>\n", await session.ValueAsync($"// a comment: #i \"nuget:nowhere\"\n#i \"nuget:other\"\n{reference}Markdig.Markdown.ToHtml(\"x\")"));
        Assert.Equal("#i \"nuget:nowhere\"", await session.ValueAsync("\"\"\"\n#i \"nuget:nowhere\"\n\"\"\""));
    }

    [Theory]
    [InlineData("1;\n#i \"nuget:no-such-folder\"", "does not exist", 2)]
    [InlineData("\n\n#i nuget:folder", "#i \"nuget:FOLDER\"", 3)]
    [InlineData("#i \"folder\"", "#i \"nuget:FOLDER\"", 1)]
    public async Task A_source_that_cannot_be_used_is_refused_by_its_line(string code, string expected, int line)
    {
        using var session = new TestSession(_folder.FullPath);
        CellError error = await session.ErrorAsync(code);

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal((CellError.Compilation, line), (error.Name, error.Line));
    }

    [SkippableFact]
    public async Task A_package_or_version_that_no_source_has_is_named()
    {
        Provide("Markdig");
        using var session = new TestSession(_folder.FullPath);

        CellError unknown = await session.ErrorAsync("1;\n#r \"nuget:No.Such.Package.At.All,1.0.0\"".Replace("1;\n", "\n", StringComparison.Ordinal));
        Assert.Equal((CellError.Compilation, 2), (unknown.Name, unknown.Line));
        Assert.Contains("NU1101: Unable to find package No.Such.Package.At.All", unknown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("packages.csproj", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("NU1102", (await session.ErrorAsync("#r \"nuget:Markdig,99.0.0\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_out_of_reach_is_reported_as_such()
    {
        _folder.Write("nuget.config", "<configuration><packageSources><clear/><add key=\"gone\" value=\"http://127.0.0.1:9/v3/index.json\" allowInsecureConnections=\"true\"/></packageSources></configuration>");
        using var session = new TestSession(_folder.FullPath);

        Assert.Contains("offline", (await session.ErrorAsync("#r \"nuget:Some.Package.Nobody.Has,1.0.0\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restore_ends_at_its_time_limit()
    {
        var restorer = new PackageRestorer(_folder.FullPath, _folder.PathOf("cache"), TimeSpan.FromMilliseconds(1));
        var error = Assert.Throws<PackageException>(() => restorer.Restore([new PackageRequest("Markdig", "1.0.0")], default));

        Assert.StartsWith("Markdig 1.0.0 took longer than 0.001 s", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nuget:A.B", "A.B", "*")]
    [InlineData("nuget: A.B , 1.2.3-rc.1", "A.B", "[1.2.3-rc.1]")]
    [InlineData("NuGet:A,1.*", "A", "1.*")]
    [InlineData("nuget:A,[1.0,2.0)", "A", "[1.0,2.0)")]
    public void A_plain_version_means_exactly_that_one(string reference, string name, string range)
    {
        PackageRequest request = PackageRequest.Parse(reference);

        Assert.Equal((name, range), (request.Name, request.Range));
    }

    [Theory]
    [InlineData("nuget:")]
    [InlineData("nuget:a b")]
    [InlineData("nuget:A,1,2")]
    public async Task A_reference_that_names_no_package_is_refused(string reference)
    {
        using var session = new TestSession(_folder.FullPath);

        Assert.Contains("names no package", (await session.ErrorAsync($"#r \"{reference}\"")).Message, StringComparison.Ordinal);
    }

    /// <summary>Puts a package that this build restored into a source of our own.</summary>
    private (string Version, string Source) Provide(string name, bool isNeeded = true)
    {
        string source = _folder.PathOf("source");
        Directory.CreateDirectory(source);
        _folder.Write("nuget.config", "<configuration><packageSources><clear/><add key=\"own\" value=\"source\"/></packageSources></configuration>");
        using JsonDocument settings = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(typeof(PackageTests).Assembly.Location, ".deps.json")));
        string? library = settings.RootElement.GetProperty("libraries").EnumerateObject().Select(entry => entry.Name).FirstOrDefault(entry => entry.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase));
        string? version = library?[(name.Length + 1)..];
        string root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string file = $"{name}.{version}.nupkg".ToLowerInvariant();
        string package = Path.Combine(root, name.ToLowerInvariant(), version ?? "", file);
        Skip.If(isNeeded && !File.Exists(package), $"The package {name} is not in the package folder {root}.");
        if (File.Exists(package))
            File.Copy(package, Path.Combine(source, file), overwrite: true);
        return (version ?? "", source);
    }
}
