namespace TradeBot.Sessions;

/// <summary>The journal of a session: the lines to write, and earlier lines to replay after an interruption.</summary>
/// <remarks>
/// While earlier lines are left, an outcome is not written but compared with the next of them: the same strategy on the same
/// candles must give the same outcomes. After the last of them, writing starts.
/// </remarks>
internal sealed class SessionJournal : IDisposable
{
    private readonly IReadOnlyList<JournalLine> _before;
    private readonly Func<JournalLine?, JournalSegment>? _open;
    private readonly SessionLedger _ledger;
    private readonly TimeProvider _time;
    private readonly string? _torn;
    private readonly long _segment;
    private JournalSegment? _writer;
    private int _next;
    private long _number;

    /// <param name="chain">The earlier lines; null for none.</param>
    /// <param name="open">Starts a segment after a line; null for a journal in memory.</param>
    /// <param name="ledger">Receives every line.</param>
    /// <param name="time">The clock.</param>
    public SessionJournal(JournalChain? chain, Func<JournalLine?, JournalSegment>? open, SessionLedger ledger, TimeProvider time)
    {
        (_open, _ledger, _time) = (open, ledger, time);
        (_torn, _segment) = (chain?.Torn, chain?.Segment ?? 0);
        _before = chain is null ? [] : WithoutUnfinished(chain.Lines, ref _torn);
        _number = _before.Count > 0 ? _before[^1].Number : 0;
        PassOver();
    }

    /// <summary>Whether earlier lines are left.</summary>
    public bool IsRebuilding => _next < _before.Count;

    /// <summary>The next earlier line.</summary>
    public JournalEntry? Next => IsRebuilding ? _before[_next].Entry : null;

    /// <summary>Takes the next earlier line, which must be an input.</summary>
    /// <exception cref="InvalidDataException">It is an outcome that the session did not reproduce.</exception>
    public JournalEntry Replay()
    {
        JournalLine line = _before[_next];
        if (!line.Entry.IsInput)
            throw Differs(line, "nothing");
        Advance(line);
        return line.Entry;
    }

    /// <summary>Records an input.</summary>
    public void Told(JournalEntry entry) => Write(entry);

    /// <summary>Records an outcome, or compares it with the recorded one.</summary>
    /// <exception cref="InvalidDataException">Another outcome is recorded.</exception>
    public void Followed(JournalEntry entry)
    {
        if (!IsRebuilding)
        {
            Write(entry);
            return;
        }

        JournalLine line = _before[_next];
        string expected = JournalLine.TextOf(line.Entry), actual = JournalLine.TextOf(entry);
        if (expected != actual)
            throw Differs(line, actual);
        Advance(line);
    }

    /// <summary>Writes all recorded lines, so that they survive a crash of this process, or also of the machine.</summary>
    public void Flush(bool toDisk)
    {
        if (!IsRebuilding)
            _writer?.Flush(toDisk);
    }

    public void Dispose() => _writer?.Dispose();

    private void Write(JournalEntry entry)
    {
        if (_open is null)
        {
            _ledger.Apply(new JournalLine(++_number, _time.GetUtcNow().UtcDateTime, entry, ""));
            return;
        }

        if (_writer is null)
        {
            JournalLine? last = _before.Count > 0 ? _before[^1] : null;
            _writer = _open(last);
            if (last is not null)
                _ledger.Apply(_writer.Append(new ContinuedEntry(_segment + 1, _segment, last.Number, _torn)));
        }

        _ledger.Apply(_writer.Append(entry));
    }

    private void Advance(JournalLine line)
    {
        _next++;
        _ledger.Apply(line);
        PassOver();
    }

    /// <summary>A line at which another process took over is not an input, and can be between any two lines.</summary>
    private void PassOver()
    {
        while (Next is ContinuedEntry)
            _ledger.Apply(_before[_next++]);
    }

    /// <summary>Candles at the end without a moment were never shown to the strategy: the stream delivers them again.</summary>
    private static IReadOnlyList<JournalLine> WithoutUnfinished(IReadOnlyList<JournalLine> lines, ref string? torn)
    {
        int count = lines.Count;
        while (count > 0 && lines[count - 1].Entry is CandleEntry { Mode: not CandleMode.Late } or NoticeEntry)
            count--;
        if (count < lines.Count)
            torn = string.Join(' ', new[] { torn, FormattableString.Invariant($"The last {lines.Count - count} lines were candles without a decision: the stream delivers them again.") }.Where(t => t is not null));
        return count == lines.Count ? lines : [.. lines.Take(count)];
    }

    private static InvalidDataException Differs(JournalLine line, string actual) => new(FormattableString.Invariant(
        $"Line {line.Number} of the journal says {JournalLine.TextOf(line.Entry)}, but the same candles now lead to {actual}. The strategy, its terms or the program have changed: start a new session in another folder."));
}
