namespace TradeBot.Sessions;

/// <summary>The result of verifying a journal.</summary>
/// <param name="IsIntact">Whether every valid line agrees with its hash and the line before.</param>
/// <param name="Lines">Number of valid lines.</param>
/// <param name="Segments">Number of segments, one for each process that wrote.</param>
/// <param name="Ignored">Number of ignored lines: unfinished ones, and those of a process that had lost its lease.</param>
/// <param name="LastHash">Hash of the last line, which proves later that no line before it was changed; empty if the journal is broken or has no lines.</param>
/// <param name="Remarks">What is incomplete, changed or missing, as sentences.</param>
public sealed record JournalAudit(bool IsIntact, long Lines, int Segments, long Ignored, string LastHash, IReadOnlyList<string> Remarks)
{
    /// <summary>Reads a journal from its first line to its last.</summary>
    /// <param name="folder">The folder of a session.</param>
    /// <exception cref="DirectoryNotFoundException">There is no journal.</exception>
    public static JournalAudit Verify(string folder)
    {
        long[] segments = Existing(folder);
        try
        {
            JournalChain chain = JournalFolder.Read(folder);
            List<string> remarks = [];
            if (chain.Torn is not null)
                remarks.Add(chain.Torn);
            if (chain.Ignored > 0)
                remarks.Add(FormattableString.Invariant($"{chain.Ignored:N0} lines are ignored: they were unfinished, or the process that wrote them had lost its lease."));
            return new JournalAudit(true, chain.Lines.Count, segments.Length, chain.Ignored, chain.Lines.Count > 0 ? chain.Lines[^1].Hash : "", remarks);
        }
        catch (InvalidDataException broken)
        {
            return new JournalAudit(false, 0, segments.Length, 0, "", [broken.Message]);
        }
    }

    internal static long[] Existing(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        long[] segments = JournalFolder.Segments(folder);
        return segments.Length > 0 ? segments : throw new DirectoryNotFoundException($"There is no journal in '{folder}': no session has traded there.");
    }
}
