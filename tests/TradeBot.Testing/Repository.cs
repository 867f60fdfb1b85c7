using Xunit;

namespace TradeBot.Testing;

/// <summary>Where tests find the repository and the material beside it.</summary>
public static class Repository
{
    /// <summary>The folder that holds TradeBot.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the repository's root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Path of a file or folder in the reference material beside the repository; skips the test where it is absent.</summary>
    public static string Shared(params string[] parts)
    {
        string path = Path.Combine([SharedRoot, .. parts]);
        Skip.IfNot(Path.Exists(path), $"The reference material is not beside this checkout: {path}");
        return path;
    }

    /// <summary>True where the reference material lies beside the repository.</summary>
    public static bool HasShared => Directory.Exists(SharedRoot);

    private static string SharedRoot => Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TradeBot.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No TradeBot.sln above {AppContext.BaseDirectory}.");
    }
}
