using System.Globalization;

namespace TradeBot.Sessions;

/// <summary>The exclusive right to trade an account: one process at a time holds it for a limited time and renews it. The README has the rules.</summary>
/// <remarks>
/// No lock is held between writes, so a stopped process cannot block others forever. Lines that a process writes after its check while
/// another takes over stay in its file but are not part of the journal: the next segment says which earlier lines are valid.
/// </remarks>
internal sealed class AccountLease : IDisposable
{
    private const string Prefix = "lease-", Extension = ".json";

    private readonly string _folder;
    private readonly TimeSpan _duration;
    private readonly TimeProvider _time;
    private readonly string _owner;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private DateTime _until;
    private string? _lost;

    private AccountLease(string folder, long token, string owner, TimeSpan duration, TimeProvider time)
    {
        (_folder, Token, _owner, _duration, _time) = (folder, token, owner, duration, time);
        Write();
        _timer = time.CreateTimer(_ => Renew(), null, duration / 3, duration / 3);
    }

    /// <summary>The fencing token: it increases with each holder, which identifies lines that an earlier holder still writes.</summary>
    public long Token { get; }

    /// <summary>Takes the lease.</summary>
    /// <param name="folder">The folder of the account; created if absent.</param>
    /// <param name="duration">How long it is valid without renewal; at least one second.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidOperationException">Another process holds it; the message says until when.</exception>
    public static AccountLease Take(string folder, TimeSpan duration, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.FromSeconds(1));
        Directory.CreateDirectory(folder);
        long newest = Newest(folder);
        if (newest > 0 && UntilOf(folder, newest, duration) is var until && until > time.GetUtcNow().UtcDateTime)
            throw Held(folder, until);

        string owner = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}");
        try
        {
            using var file = new FileStream(PathOf(folder, newest + 1), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        }
        catch (IOException) when (File.Exists(PathOf(folder, newest + 1)))
        {
            throw Held(folder, time.GetUtcNow().UtcDateTime + duration);
        }

        return new AccountLease(folder, newest + 1, owner, duration, time);
    }

    /// <summary>The holder of the lease of a folder, as text; null if there is none.</summary>
    public static string? HolderOf(string folder, TimeSpan duration, DateTime now)
    {
        long newest = Directory.Exists(folder) ? Newest(folder) : 0;
        return newest > 0 && UntilOf(folder, newest, duration) > now ? OwnerOf(folder, newest) : null;
    }

    /// <summary>Verifies that this process may still write.</summary>
    /// <exception cref="LeaseLostException">It may not.</exception>
    public void Require()
    {
        lock (_gate)
        {
            if (_lost is null && _time.GetUtcNow().UtcDateTime >= _until)
                _lost = FormattableString.Invariant($"The lease on '{_folder}' expired at {_until:HH:mm:ss} UTC while this process was suspended, and it no longer writes. Start the session again.");
            if (_lost is null && File.Exists(PathOf(_folder, Token + 1)))
                _lost = $"Another process has taken over '{_folder}', and this one no longer writes.";
            if (_lost is not null)
                throw new LeaseLostException(_lost);
        }
    }

    /// <summary>Releases the lease: another process may take it at once.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            if (_lost is null && !File.Exists(PathOf(_folder, Token + 1)) && _until > _time.GetUtcNow().UtcDateTime)
                Write(DateTime.UnixEpoch);
            _lost ??= "The lease was released.";
        }
    }

    private void Renew()
    {
        lock (_gate)
        {
            if (_lost is not null || _time.GetUtcNow().UtcDateTime >= _until || File.Exists(PathOf(_folder, Token + 1)))
                return; // the next write throws
            Write();
        }
    }

    private void Write() => Write(_until = _time.GetUtcNow().UtcDateTime + _duration);

    private void Write(DateTime until) => AtomicFile.Write(
        PathOf(_folder, Token),
        stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"until\":\"{until:O}\",\"owner\":\"{_owner}\"}}\n"))),
        flushToDisk: false);

    private static string PathOf(string folder, long token) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{token:000000}{Extension}"));

    private static long Newest(string folder) => Directory.EnumerateFiles(folder, Prefix + "*" + Extension)
        .Select(path => long.TryParse(Path.GetFileNameWithoutExtension(path)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out long token) ? token : 0)
        .DefaultIfEmpty(0).Max();

    /// <summary>The end of a lease; if its file is still empty, its duration after the file was created.</summary>
    private static DateTime UntilOf(string folder, long token, TimeSpan duration)
    {
        string[] parts = Text(folder, token).Split('"');
        return parts.Length > 3 && DateTime.TryParse(parts[3], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime until)
            ? until
            : File.GetLastWriteTimeUtc(PathOf(folder, token)) + duration;
    }

    private static string OwnerOf(string folder, long token) => Text(folder, token).Split('"') is { Length: > 7 } parts ? parts[7] : "a process that is starting";

    private static string Text(string folder, long token)
    {
        using var file = new StreamReader(new FileStream(PathOf(folder, token), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return file.ReadToEnd();
    }

    private static InvalidOperationException Held(string folder, DateTime until) => new(FormattableString.Invariant(
        $"Another process trades '{folder}': its lease is valid until {until:yyyy-MM-dd HH:mm:ss} UTC and is renewed while it runs. Stop that process, or give this session its own folder."));
}
