using TradeBot.Testing;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>The code of a chapter as a test runs it: with the build that is tested, and what it writes in a folder of the test's.</summary>
internal static class HostedCode
{
    /// <summary>How the chapters name the build: from their folder, as released.</summary>
    public const string Library = "../artifacts/bin/TradeBot/release/TradeBot.dll";

    /// <summary>Where the build under test put TradeBot.dll: beside this assembly's own folder, under the same configuration.</summary>
    public static string Built { get; } = Repository.PathOf("artifacts", "bin", "TradeBot", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "TradeBot.dll");

    public static string Of(string code, string output)
    {
        string path = Path.GetRelativePath(Repository.PathOf("notebooks"), Built).Replace('\\', '/');
        string own = code.Replace($"#r \"{Library}\"", $"#r \"{path}\"", StringComparison.Ordinal);
        return own.Contains("string output =", StringComparison.Ordinal) ? $"{own}\noutput = @\"{output}\";" : own;
    }
}
