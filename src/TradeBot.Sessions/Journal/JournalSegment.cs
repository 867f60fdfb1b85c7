using System.Text;

namespace TradeBot.Sessions;

/// <summary>The segment of a journal that this process writes.</summary>
internal sealed class JournalSegment : IDisposable
{
    private readonly FileStream _file;
    private readonly AccountLease _lease;
    private readonly TimeProvider _time;
    private readonly StringBuilder _waiting = new();
    private long _number;
    private string _hash;

    /// <param name="folder">The folder of the session.</param>
    /// <param name="lease">The lease under which it is written.</param>
    /// <param name="last">The line that it follows; null for a new journal.</param>
    /// <param name="time">The clock.</param>
    public JournalSegment(string folder, AccountLease lease, JournalLine? last, TimeProvider time)
    {
        (_lease, _time, _number, _hash) = (lease, time, last?.Number ?? 0, last?.Hash ?? JournalLine.Origin);
        _file = new FileStream(JournalFolder.PathOf(folder, lease.Token), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public JournalLine Append(JournalEntry entry)
    {
        DateTime at = _time.GetUtcNow().UtcDateTime;
        _waiting.Append(JournalLine.Write(++_number, at, entry, _hash, out _hash)).Append('\n');
        return new JournalLine(_number, at, entry, _hash);
    }

    /// <summary>Writes the appended lines to the file.</summary>
    /// <param name="toDisk">Whether to wait until they are on the disk.</param>
    /// <exception cref="LeaseLostException">This process may no longer write; nothing was written.</exception>
    public void Flush(bool toDisk)
    {
        if (_waiting.Length > 0)
        {
            _lease.Require();
            _file.Write(Encoding.UTF8.GetBytes(_waiting.ToString()));
            _waiting.Clear();
        }

        if (toDisk)
            _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();
}
