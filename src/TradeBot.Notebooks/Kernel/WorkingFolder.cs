namespace TradeBot.Notebooks;

/// <summary>The working directory of this process, which may have been removed.</summary>
internal static class WorkingFolder
{
    /// <exception cref="DirectoryNotFoundException">It was removed.</exception>
    public static string Current => Find() ?? throw new DirectoryNotFoundException(
        "The working directory of this process was removed: restart in a folder that is there, or set Environment.CurrentDirectory to one.");

    /// <summary>Works in a folder until disposed; then goes back to where it was, if that is still there.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IDisposable Enter(string folder)
    {
        var way = new WayBack(Find());
        Environment.CurrentDirectory = folder;
        return way;
    }

    private static string? Find()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (FileNotFoundException)
        {
            return null; // how the runtime says that the folder is gone
        }
    }

    private sealed class WayBack(string? folder) : IDisposable
    {
        public void Dispose()
        {
            if (Directory.Exists(folder))
                Environment.CurrentDirectory = folder;
        }
    }
}
