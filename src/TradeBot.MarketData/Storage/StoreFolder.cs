namespace TradeBot.MarketData;

/// <summary>Removes files of a store.</summary>
internal static class StoreFolder
{
    /// <summary>Removes what processes that were ended left unfinished. Only for who alone may write in the folder.</summary>
    public static void RemoveUnfinished(string folder)
    {
        if (!Directory.Exists(folder))
            return;

        foreach (string path in Directory.EnumerateFiles(folder, "*" + AtomicFile.TemporaryExtension))
            Delete(path);
    }

    /// <exception cref="IOException">The file is still there.</exception>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"'{path}' was not removed: {exception.Message}", exception);
        }
    }
}
