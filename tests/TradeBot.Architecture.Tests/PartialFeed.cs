using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

/// <summary>A folder as the only package feed: all packages that this machine has restored, but for some.</summary>
internal sealed class PartialFeed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-feed-").FullName;

    /// <param name="without">How the names of the packages begin that the feed lacks, in lower case.</param>
    public PartialFeed(string without)
    {
        string feed = Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;
        foreach (string package in Restored().Where(path => !Path.GetFileName(path).StartsWith(without, StringComparison.Ordinal)))
            File.CreateSymbolicLink(Path.Combine(feed, Path.GetFileName(package)), package);
    }

    /// <summary>Where builds against this feed put their output, apart from the checkout's own.</summary>
    public string Artifacts => Path.Combine(_folder, "artifacts") + Path.DirectorySeparatorChar;

    /// <summary>Runs a command of the SDK on a project of the checkout, with this feed alone and without packages that are there already.</summary>
    public Task<ChildRun> RunAsync(string command, params string[] arguments) => ChildProcess.RunAsync(
        "dotnet", [command, .. arguments, "-nodeReuse:false", $"-p:RestoreSources={Path.Combine(_folder, "feed")}", $"-p:RestorePackagesPath={Path.Combine(_folder, "packages")}", $"-p:ArtifactsPath={Artifacts}"], Repository.Root);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The package files of every project that is restored here.</summary>
    private static IEnumerable<string> Restored()
    {
        HashSet<string> files = [];
        foreach (string assets in Directory.EnumerateFiles(Repository.PathOf("artifacts", "obj"), "project.assets.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(assets));
            string root = json.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
            foreach (JsonProperty library in json.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
                files.Add(Path.Combine(root, library.Value.GetProperty("path").GetString()!, library.Name.ToLowerInvariant().Replace('/', '.') + ".nupkg"));
        }

        return files.Where(File.Exists);
    }
}
