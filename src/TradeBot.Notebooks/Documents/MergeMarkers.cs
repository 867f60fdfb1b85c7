namespace TradeBot.Notebooks;

/// <summary>Finds git's merge conflict markers in a file.</summary>
internal static class MergeMarkers
{
    private const string Ours = "<<<<<<< ", Theirs = ">>>>>>> ";

    /// <exception cref="NotebookFormatException">The text has both marks of a conflict; the message names their lines.</exception>
    public static void Refuse(string text)
    {
        if (!text.Contains(Ours, StringComparison.Ordinal) || !text.Contains(Theirs, StringComparison.Ordinal))
            return;
        string[] lines = text.Split('\n');
        int first = Array.FindIndex(lines, line => line.StartsWith(Ours, StringComparison.Ordinal));
        int last = first < 0 ? -1 : Array.FindIndex(lines, first, line => line.StartsWith(Theirs, StringComparison.Ordinal));
        if (last > 0)
        {
            throw new NotebookFormatException(FormattableString.Invariant(
                $"lines {first + 1} to {last + 1} are a merge conflict that is not resolved ({lines[first].Trim()}, {lines[last].Trim()}): keep one side, by hand or with git checkout --ours or --theirs."));
        }
    }
}
