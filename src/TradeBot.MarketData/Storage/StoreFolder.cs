namespace TradeBot.MarketData;

/// <summary>Removes files of a store.</summary>
internal static class StoreFolder
{
    /// <summary>Removes unfinished files of killed processes. Only while holding the folder's lock.</summary>
    public static void RemoveUnfinished(string folder)
    {
        if (!Directory.Exists(folder))
            return;

        foreach (string path in Directory.EnumerateFiles(folder, "*" + AtomicFile.TemporaryExtension))
        {
            if (IsOurs(path))
                Delete(path);
        }
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

    /// <summary>The name of a stored file or its cache, then the process and a count: BTCUSDT_1m.csv.123-4.tmp.</summary>
    private static bool IsOurs(string path)
    {
        string aside = Path.GetFileNameWithoutExtension(path), target = Path.GetFileNameWithoutExtension(aside);
        string writer = Path.GetExtension(aside);
        return writer.Length > 1 && writer.Skip(1).All(character => char.IsAsciiDigit(character) || character == '-')
            && (target.EndsWith(ColumnCache.Extension, StringComparison.Ordinal) || CandleFileName.TryParseStored(target, out _, out _));
    }
}
