using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TradeBot.Notebooks;

/// <summary>Fetches packages by the SDK's own restore, in a separate project; later uses need neither SDK nor network.</summary>
/// <param name="notebookFolder">Whose NuGet.config, or that of a folder above, is obeyed beside the user's.</param>
/// <param name="cacheFolder">Where the projects are kept.</param>
/// <param name="timeLimit">How long one restore may take.</param>
internal sealed partial class PackageRestorer(string notebookFolder, string cacheFolder, TimeSpan timeLimit)
{
    private const string Project = "packages.csproj";
    private const string AssetsFile = "obj/project.assets.json";

    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(10);

    private static readonly string[] Isolation =
        ["restore", Project, "--nologo", "--verbosity", "quiet", "-p:ImportDirectoryBuildProps=false", "-p:ImportDirectoryBuildTargets=false", "-p:ImportDirectoryPackagesProps=false"];

    private readonly List<string> _sources = [];

    /// <summary>Per user, where this system keeps what can be made again.</summary>
    public static string DefaultCache => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } folder ? folder : Path.GetTempPath(), "tradebot", "packages");

    /// <summary>Takes packages from this source too, beside those of the configuration.</summary>
    /// <param name="source">An address, or a folder's full path.</param>
    public void AddSource(string source)
    {
        if (!_sources.Contains(source))
            _sources.Add(source);
    }

    /// <summary>The files of the packages and of all that they need.</summary>
    /// <exception cref="PackageException">They cannot be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public PackageAssets Restore(IReadOnlyList<PackageRequest> requests, CancellationToken cancellationToken)
    {
        string project = Describe(requests);
        string folder = Path.Combine(cacheFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16]);
        string assets = Path.Combine(folder, AssetsFile);
        if (requests.All(request => request.IsExact) && File.Exists(assets) && PackageAssets.Read(assets) is { } known && known.Exist())
            return known;

        string work = Path.Combine(cacheFolder, "work-" + Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(work);
        try
        {
            File.WriteAllText(Path.Combine(work, Project), project);
            Run(work, requests, cancellationToken);
            PackageAssets restored = PackageAssets.Read(Path.Combine(work, AssetsFile));
            Directory.CreateDirectory(Path.GetDirectoryName(assets)!);
            File.Move(Path.Combine(work, AssetsFile), assets, overwrite: true);
            return restored;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private string Describe(IReadOnlyList<PackageRequest> requests)
    {
        string framework = string.Create(CultureInfo.InvariantCulture, $"net{Environment.Version.Major}.{Environment.Version.Minor}");
        var properties = new XElement("PropertyGroup",
            new XElement("TargetFramework", framework), new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", "false"), new XElement("UseAppHost", "false"), new XElement("NuGetAudit", "false"));
        if (Configuration() is { } configuration)
            properties.Add(new XElement("RestoreConfigFile", configuration));
        if (_sources.Count > 0)
            properties.Add(new XElement("RestoreAdditionalProjectSources", string.Join(';', _sources)));
        return new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"), properties,
            new XElement("ItemGroup", requests.OrderBy(request => request.Name, StringComparer.OrdinalIgnoreCase)
                .Select(request => new XElement("PackageReference", new XAttribute("Include", request.Name), new XAttribute("Version", request.Range))))).ToString();
    }

    private string? Configuration()
    {
        for (DirectoryInfo? folder = new(notebookFolder); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && folder.EnumerateFiles("*.config").FirstOrDefault(file => string.Equals(file.Name, "nuget.config", StringComparison.OrdinalIgnoreCase)) is { } found)
                return found.FullName;
        }

        return null;
    }

    private void Run(string work, IReadOnlyList<PackageRequest> requests, CancellationToken cancellationToken)
    {
        using Process process = Start(work);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None), error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        try
        {
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new PackageException(string.Create(CultureInfo.InvariantCulture, $"{Names(requests)} took longer than {timeLimit.TotalSeconds} s to restore. Is a package source slow or out of reach?"));
        }

        if (process.ExitCode == 0)
            return;
        // What the SDK leaves running may hold the outputs open.
        string said = Task.WhenAll(output, error).Wait(AfterEnd, CancellationToken.None) ? output.Result + error.Result : string.Create(CultureInfo.InvariantCulture, $"the restore ended with exit code {process.ExitCode}");
        throw new PackageException($"{Names(requests)} cannot be restored: {Reason(said)}");
    }

    private static Process Start(string work)
    {
        string host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        var start = new ProcessStartInfo(host, Isolation) { WorkingDirectory = work, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PackageException("Packages are fetched by the .NET SDK, and no command named dotnet is found: install the SDK, or refer to a DLL's path.");
        }
    }

    private static string Names(IReadOnlyList<PackageRequest> requests) => string.Join(", ", requests.Select(request => $"{request.Name} {request.Version}"));

    /// <summary>NuGet's message, without the path of the generated project.</summary>
    private static string Reason(string output)
    {
        string[] reasons = [.. NuGetError().Matches(output).Select(match => match.Groups[1].Value.Trim()).Distinct()];
        string reason = reasons.Length == 0 ? output.Trim() : string.Join(" ", reasons);
        return output.Contains("NU1301", StringComparison.Ordinal) ? $"no package source could be reached; is this machine offline? {reason}" : reason;
    }

    [GeneratedRegex(@"error (NU\d+:[^\r\n]*?)(?: \[[^\]\r\n]*\])?(?:\r?\n|$)")]
    private static partial Regex NuGetError();
}

/// <summary>A package cannot be had.</summary>
internal sealed class PackageException(string message) : Exception(message);
