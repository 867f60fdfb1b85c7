namespace TradeBot.MarketData;

/// <summary>Replaces a file as one step: a reader sees the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    private const string TemporaryExtension = ".tmp";

    private static int s_count;

    /// <summary>Writes aside, flushes to disk, renames.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="write">Writes the whole content.</param>
    /// <param name="flushToDisk">False for what may be lost with the power.</param>
    /// <exception cref="IOException">The file was not written; the old one, where there was one, is unchanged.</exception>
    public static void Write(string path, Action<Stream> write, bool flushToDisk = true)
    {
        string temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}{TemporaryExtension}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            if (exception is IOException or UnauthorizedAccessException)
                throw new IOException($"'{path}' was not written, what was there before is unchanged: {exception.Message}", exception);
            throw;
        }
    }

    /// <summary>Removes what processes that were ended left unfinished. Only for who alone may write in the folder.</summary>
    public static void RemoveUnfinished(string folder)
    {
        if (!Directory.Exists(folder))
            return;

        foreach (string path in Directory.EnumerateFiles(folder, "*" + TemporaryExtension))
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
