namespace TradeBot.Sessions;

/// <summary>A session seen from another process: its figures by the journal, and commands to it.</summary>
public sealed class SessionFolder
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50), LeaseDuration = new SessionOptions().LeaseDuration;

    private readonly TimeProvider _time;

    private SessionFolder(string path, TimeProvider time) => (Path, _time) = (path, time);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The process that trades there, as text; null if none does.</summary>
    public string? Holder => AccountLease.HolderOf(Path, LeaseDuration, _time.GetUtcNow().UtcDateTime);

    /// <summary>Opens the folder of a session.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="time">The clock; the system's when null.</param>
    /// <exception cref="DirectoryNotFoundException">No session has traded there.</exception>
    public static SessionFolder Open(string path, TimeProvider? time = null)
    {
        _ = JournalAudit.Existing(path);
        return new SessionFolder(path, time ?? TimeProvider.System);
    }

    /// <summary>Computes the present figures from the journal.</summary>
    /// <exception cref="InvalidDataException">The journal was changed.</exception>
    public SessionSummary Summary()
    {
        var ledger = new SessionLedger();
        foreach (JournalLine line in JournalFolder.Read(Path).Lines)
            ledger.Apply(line);
        return new SessionSummary(ledger);
    }

    /// <summary>Uses the kill switch; if no process is running, it takes effect when one starts.</summary>
    /// <param name="by">Who requests it: a pseudonym.</param>
    /// <param name="why">The reason, as a sentence.</param>
    /// <param name="patience">How long to wait until the session reports that it is flat.</param>
    /// <param name="cancellationToken">Stops waiting; the switch stays on.</param>
    /// <returns>Whether a running session has halted and no order or position is left.</returns>
    public Task<bool> HaltAsync(string by, string why, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        ControlFolder.Halt(Path, by, why);
        return ObeyedAsync(() => Summary() is { State: TradingState.Halted, IsFlat: true }, patience, cancellationToken);
    }

    /// <summary>Lets the strategy trade, also after the kill switch.</summary>
    /// <inheritdoc cref="HaltAsync"/>
    /// <returns>Whether a running session has executed the command; otherwise the next one does when it starts.</returns>
    public Task<bool> ResumeAsync(string by, string why, TimeSpan patience, CancellationToken cancellationToken = default)
    {
        ControlFolder.Release(Path);
        return TellAsync(ControlVerb.Resume, by, why, patience, cancellationToken);
    }

    /// <summary>From now on positions may only be reduced.</summary>
    /// <inheritdoc cref="ResumeAsync"/>
    public Task<bool> ReduceAsync(string by, string why, TimeSpan patience, CancellationToken cancellationToken = default) =>
        TellAsync(ControlVerb.Reduce, by, why, patience, cancellationToken);

    /// <summary>Closes all positions now; afterwards positions may only be reduced.</summary>
    /// <inheritdoc cref="ResumeAsync"/>
    public async Task<bool> FlattenAsync(string by, string why, TimeSpan patience, CancellationToken cancellationToken = default) =>
        await TellAsync(ControlVerb.Flatten, by, why, patience, cancellationToken) && Summary().IsFlat;

    private Task<bool> TellAsync(ControlVerb verb, string by, string why, TimeSpan patience, CancellationToken cancellationToken)
    {
        string path = ControlFolder.Post(Path, new ControlCommand(verb, by, why), _time.GetUtcNow().UtcDateTime);
        return ObeyedAsync(() => !File.Exists(path), patience, cancellationToken);
    }

    private async Task<bool> ObeyedAsync(Func<bool> isObeyed, TimeSpan patience, CancellationToken cancellationToken)
    {
        long began = _time.GetTimestamp();
        while (Holder is not null && _time.GetElapsedTime(began) < patience)
        {
            if (isObeyed())
                return true;
            await Task.Delay(BetweenLooks, _time, cancellationToken);
        }

        return Holder is not null && isObeyed();
    }
}
