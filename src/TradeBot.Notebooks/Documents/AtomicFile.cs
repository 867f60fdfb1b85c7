namespace TradeBot.Notebooks;

/// <summary>Replaces a file so that a reader finds the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    /// <returns>False when the file already held these bytes and was left alone.</returns>
    public static bool Write(string path, byte[] content)
    {
        string target = Path.GetFullPath(path);
        if (File.Exists(target) && File.ReadAllBytes(target).AsSpan().SequenceEqual(content))
            return false;

        string folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        string aside = Path.Combine(folder, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        try
        {
            using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, target, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }

        return true;
    }
}
