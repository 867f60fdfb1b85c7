using System.Text.RegularExpressions;
using TradeBot.Testing;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>The code of a chapter as a test runs it: with the build that is tested, and what it writes in a folder of the test's.</summary>
internal static partial class HostedCode
{
    /// <summary>How the chapters name the build: from their folder, as released.</summary>
    public const string Library = "../artifacts/bin/TradeBot/release/TradeBot.dll";

    /// <summary>Where the build under test put TradeBot.dll: beside this assembly's own folder, under the same configuration.</summary>
    public static string Built { get; } = OutputOf("TradeBot");

    /// <summary>The DLL that a project of the build under test has, whether or not it is there.</summary>
    public static string OutputOf(string project) =>
        Repository.PathOf("artifacts", "bin", project, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), project + ".dll");

    public static string Of(string code, string output)
    {
        string own = BuildFolder().Replace(code, match =>
            Path.GetRelativePath(Repository.PathOf("notebooks"), Path.GetDirectoryName(OutputOf(match.Groups["project"].Value))!).Replace('\\', '/') + "/");
        return own.Contains("string output =", StringComparison.Ordinal) ? $"{own}\noutput = @\"{output}\";" : own;
    }

    [GeneratedRegex(@"\.\./artifacts/bin/(?<project>[\w.]+)/release/")]
    private static partial Regex BuildFolder();
}
