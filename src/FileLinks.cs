namespace TradeBot;

/// <summary>Follows symbolic links to the file that they lead to.</summary>
internal static class FileLinks
{
    private const int MostLinks = 40; // as Linux counts them

    /// <summary>The full path of the file that a path leads to, through any number of links; the file itself need not exist.</summary>
    /// <remarks>
    /// Unix takes a relative target from the folder that the link is really in, once the links in its own path are followed,
    /// so each part of the path is followed in turn. Windows takes it from the path as it is written.
    /// </remarks>
    /// <exception cref="IOException">The links lead back to themselves.</exception>
    public static string Follow(string path)
    {
        string full = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
            return new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;

        var ahead = new Stack<string>();
        string at = Enter(full, ahead, from: "/");
        int links = 0;
        while (ahead.TryPop(out string? part))
        {
            if (part == "..")
            {
                at = Path.GetDirectoryName(at) ?? at;
                continue;
            }

            string next = Path.Combine(at, part);
            if (new FileInfo(next).LinkTarget is not { } target)
                at = next;
            else if (++links <= MostLinks)
                at = Enter(target, ahead, from: at);
            else
                throw new IOException("the link leads back to itself.");
        }

        return at;
    }

    /// <summary>True where the path itself is a link, whatever it leads to.</summary>
    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    /// <returns>Where the path starts.</returns>
    private static string Enter(string path, Stack<string> ahead, string from)
    {
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse())
            ahead.Push(part);
        return path.StartsWith('/') ? "/" : from;
    }
}
