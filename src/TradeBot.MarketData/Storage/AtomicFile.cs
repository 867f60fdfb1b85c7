namespace TradeBot.MarketData;

/// <summary>Replaces a file as one step: a reader sees the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    public const string TemporaryExtension = ".tmp";

    private static int s_count;

    /// <summary>Writes aside, flushes to disk, renames.</summary>
    /// <exception cref="IOException">The file was not written; the old one, where there was one, is unchanged.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}{TemporaryExtension}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception)
        {
            File.Delete(temporary);
            if (exception is IOException or UnauthorizedAccessException)
                throw new IOException($"'{path}' was not written, what was there before is unchanged: {exception.Message}", exception);
            throw;
        }
    }
}
