namespace TradeBot;

/// <summary>Replaces a file as one step: a reader finds the old content or the new, never a part.</summary>
/// <remarks>Compiled into each assembly that writes files; the projects share no other ground.</remarks>
internal static class AtomicFile
{
    /// <summary>What the name of a file in the making ends with; one that was left behind is safe to delete.</summary>
    public const string TemporaryExtension = ".tmp";

    private static int s_count;

    /// <summary>Writes aside in the same folder, which is made when absent, flushes to disk, renames.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="write">Writes the whole content.</param>
    /// <param name="flushToDisk">False for what may be lost with the power.</param>
    /// <exception cref="IOException">The file was not written; the old one, where there was one, is unchanged.</exception>
    public static void Write(string path, Action<Stream> write, bool flushToDisk = true)
    {
        string target = Path.GetFullPath(path);
        string aside = FormattableString.Invariant($"{target}.{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}{TemporaryExtension}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // A process of the same number may have been ended in this place: what it left is overwritten.
            using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk);
            }

            File.Move(aside, target, overwrite: true);
        }
        catch (Exception exception)
        {
            if (File.Exists(aside)) // deleting in a folder that does not exist would hide what went wrong
                File.Delete(aside);
            if (exception is IOException or UnauthorizedAccessException)
                throw new IOException($"'{path}' was not written, what was there before is unchanged: {exception.Message}", exception);
            throw;
        }
    }

    /// <summary>As <see cref="Write(string, Action{Stream}, bool)"/>, of bytes; a file that holds them already is left alone.</summary>
    /// <returns>False when the file already held these bytes.</returns>
    public static bool Write(string path, ReadOnlySpan<byte> content)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            return false;

        byte[] bytes = content.ToArray();
        Write(path, stream => stream.Write(bytes));
        return true;
    }
}
