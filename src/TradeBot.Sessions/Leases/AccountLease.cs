using System.Globalization;

namespace TradeBot.Sessions;

/// <summary>The right to trade an account: one process at a time has it, for a while, and renews it.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>to take it</term><description>a file with the next number is created, which one process alone can do; the number is the fencing token</description></item>
/// <item><term>it is held by another</term><description>refused, until the time in the newest file has passed</description></item>
/// <item><term>the holder works</term><description>it writes a later time into its file, three times in each duration</description></item>
/// <item><term>the holder was killed</term><description>the time passes, and the next may take it</description></item>
/// <item><term>the holder stood still and goes on</term><description>before each write it looks at the clock and for a newer file: it may write no more</description></item>
/// </list>
/// No lock is held in between, so a process that is stopped cannot block others for ever. What a process wrote between its look and
/// the taking over is not lost but outside the journal: the next segment says which lines of the one before count.
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

    /// <summary>Rises with each holder: what an earlier one still writes is known by it.</summary>
    public long Token { get; }

    /// <summary>Takes the lease.</summary>
    /// <param name="folder">Of the account; created when absent.</param>
    /// <param name="duration">How long it holds without being renewed; at least a second.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidOperationException">Another process has it; the message says until when at the least.</exception>
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

    /// <summary>Who has the lease of a folder, as a sentence; null when nobody has.</summary>
    public static string? HolderOf(string folder, TimeSpan duration, DateTime now)
    {
        long newest = Directory.Exists(folder) ? Newest(folder) : 0;
        return newest > 0 && UntilOf(folder, newest, duration) > now ? OwnerOf(folder, newest) : null;
    }

    /// <summary>Makes sure that this process may still write.</summary>
    /// <exception cref="LeaseLostException">It may not.</exception>
    public void Require()
    {
        lock (_gate)
        {
            if (_lost is null && _time.GetUtcNow().UtcDateTime >= _until)
                _lost = FormattableString.Invariant($"The lease on '{_folder}' ran out at {_until:HH:mm:ss} UTC while this process stood still: it writes no more. Start the session again.");
            if (_lost is null && File.Exists(PathOf(_folder, Token + 1)))
                _lost = $"Another process has taken over '{_folder}': this one writes no more.";
            if (_lost is not null)
                throw new LeaseLostException(_lost);
        }
    }

    /// <summary>Gives the lease back: the next may take it at once.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            if (_lost is null && !File.Exists(PathOf(_folder, Token + 1)) && _until > _time.GetUtcNow().UtcDateTime)
                Write(DateTime.UnixEpoch);
            _lost ??= "The lease was given back.";
        }
    }

    private void Renew()
    {
        lock (_gate)
        {
            if (_lost is not null || _time.GetUtcNow().UtcDateTime >= _until || File.Exists(PathOf(_folder, Token + 1)))
                return; // told at the next write
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

    /// <summary>Until when a lease holds; one whose file is not yet written, for its duration since it was created.</summary>
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
        $"Another process trades '{folder}': its lease holds until {until:yyyy-MM-dd HH:mm:ss} UTC and is renewed while it runs. Stop that process, or give this session a folder of its own."));
}
