namespace TradeBot.Sessions;

/// <summary>Whether a journal is as it was written.</summary>
/// <param name="IsIntact">Whether every line that counts fits its hash and the line before.</param>
/// <param name="Lines">How many lines count.</param>
/// <param name="Segments">How many processes wrote it.</param>
/// <param name="Ignored">Lines written by a process that had lost its lease; they do not count.</param>
/// <param name="LastHash">Of the last line: whoever keeps it can tell later that nothing before it was changed; empty without a journal.</param>
/// <param name="Remarks">What is torn, changed or missing, as sentences.</param>
public sealed record JournalAudit(bool IsIntact, long Lines, int Segments, long Ignored, string LastHash, IReadOnlyList<string> Remarks)
{
    /// <summary>Reads a journal from its first line to its last.</summary>
    /// <param name="folder">Of a session.</param>
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
                remarks.Add(FormattableString.Invariant($"{chain.Ignored:N0} lines do not count: they were unfinished, or a process wrote them that had lost its lease."));
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
