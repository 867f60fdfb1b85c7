namespace TradeBot;

/// <summary>Replaces a file in one step: a reader finds the old content or the new, never a part.</summary>
/// <remarks>
/// <para>
/// The file stays what it was: a link stays a link and what it leads to is replaced, and mode, owner and group are kept. A file
/// that is marked read-only is refused. Pipes and devices, such as <c>/dev/stdout</c>, are written to.
/// </para>
/// <para>
/// A file with several names (hard links), or one whose owner cannot be kept, is overwritten in place, because replacing would part it
/// from its other names: the whole content is first written beside it, with the extension <see cref="WholeExtension"/>, and is
/// removed when the file is complete. It stays there when overwriting was interrupted. A reader can then find a part.
/// </para>
/// <para>Compiled into each assembly that writes files; the projects share no other library.</para>
/// </remarks>
internal static class AtomicFile
{
    /// <summary>The extension of a temporary file; one that was left behind is safe to delete.</summary>
    public const string TemporaryExtension = ".tmp";

    /// <summary>The extension of the complete copy that exists while a file is overwritten in place.</summary>
    public const string WholeExtension = ".whole";

    private static int s_count;

    /// <summary>Writes a temporary file in the same folder, which is created if needed, flushes it to disk and renames it.</summary>
    /// <param name="path">The file to create or replace, or a link to it.</param>
    /// <param name="write">Writes the whole content.</param>
    /// <param name="flushToDisk">False for what can be made again, such as a cache: it may be lost with the power, and is replaced also where it has several names.</param>
    /// <exception cref="IOException">The file was not written; the old one, where there was one, is unchanged, or the message names the complete copy.</exception>
    public static void Write(string path, Action<Stream> write, bool flushToDisk = true)
    {
        string? aside = null;
        string? whole = null;
        try
        {
            if (UnixFile.IsStream(path))
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                write(stream);
                return;
            }

            string target = TargetOf(path);
            aside = FormattableString.Invariant($"{target}.{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}{TemporaryExtension}");
            if (!File.Exists(target))
            {
                WriteAside(aside, write, mode: null, flushToDisk);
                File.Move(aside, target, overwrite: true);
                return;
            }

            if (!UnixFile.MayWrite(target))
                throw new UnauthorizedAccessException(target == Path.GetFullPath(path) ? "it is read-only." : $"it leads to '{target}', which is read-only.");
            UnixFile? old = UnixFile.Of(target);
            WriteAside(aside, write, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target), flushToDisk);
            if (old is not { } file || (file.Links == 1 && UnixFile.GiveOwner(aside, file)) || !flushToDisk)
            {
                KeepMode(target, aside);
                File.Move(aside, target, overwrite: true);
                return;
            }

            string copy = Path.ChangeExtension(aside, WholeExtension);
            File.Move(aside, copy, overwrite: true);
            whole = copy;
            Overwrite(target, copy);
            File.Delete(copy);
        }
        catch (Exception exception)
        {
            if (File.Exists(aside)) // deleting in a folder that does not exist would hide what went wrong
                File.Delete(aside);
            if (exception is not (IOException or UnauthorizedAccessException))
                throw;
            throw new IOException(whole is null
                ? $"'{path}' was not written, and the previous content is unchanged: {exception.Message}"
                : $"'{path}' was partly overwritten; the complete new content is in '{whole}': {exception.Message}", exception);
        }
    }

    /// <summary>As <see cref="Write(string, Action{Stream}, bool)"/>, of bytes; a file that already has them is not written.</summary>
    /// <returns>False when the file already had these bytes.</returns>
    public static bool Write(string path, ReadOnlySpan<byte> content)
    {
        if (Holds(path, content))
            return false;

        byte[] bytes = content.ToArray();
        Write(path, stream => stream.Write(bytes));
        return true;
    }

    private static bool Holds(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            return !UnixFile.IsStream(path) && File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
        }
        catch (IOException)
        {
            return false; // a link that leads nowhere yet: writing reports what is wrong with it, if anything
        }
    }

    /// <summary>The file to write, in a folder that is there.</summary>
    private static string TargetOf(string path)
    {
        string target = FileLinks.Follow(path);
        if (Directory.Exists(target))
            throw new IOException(FileLinks.IsLink(path) ? $"it is a link to the folder '{target}'." : "it is a folder.");

        // A link whose folder is gone leads to a disk that is not there: a folder in its place would hide what is on it.
        if (!FileLinks.IsLink(path))
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        else if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new IOException($"it is a link to '{target}', whose folder does not exist.");
        return target;
    }

    private static void WriteAside(string aside, Action<Stream> write, UnixFileMode? mode, bool flushToDisk)
    {
        // A process of the same number may have been ended in this place: what it left is overwritten.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (mode is { } given && !OperatingSystem.IsWindows())
            options.UnixCreateMode = given | UnixFileMode.UserWrite; // never open to more readers than the file itself
        using var stream = new FileStream(aside, options);
        write(stream);
        stream.Flush(flushToDisk);
    }

    /// <summary>Exactly the file's mode, which the process's mask has cut when the copy was made, and which a change of owner cuts.</summary>
    private static void KeepMode(string target, string aside)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(aside, File.GetUnixFileMode(target));
    }

    private static void Overwrite(string target, string whole)
    {
        using var source = new FileStream(whole, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var stream = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        source.CopyTo(stream);
        stream.SetLength(stream.Position);
        stream.Flush(flushToDisk: true);
    }
}
