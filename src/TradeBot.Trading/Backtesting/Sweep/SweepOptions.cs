namespace TradeBot.Trading;

/// <summary>How a sweep runs; none of it changes what a trial gives.</summary>
public sealed record SweepOptions
{
    /// <summary>Threads at work, at least 1.</summary>
    public int MaxParallelism
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread must work.");
    } = Environment.ProcessorCount;

    /// <summary>Whether each trial keeps its returns per period: 8 bytes per trial and day.</summary>
    public bool KeepReturns { get; init; }

    /// <summary>Whether each trial keeps its fills.</summary>
    public bool KeepFills { get; init; }

    /// <summary>Whether trials that only the engine can run are left out, for a caller that runs them: they come back with <see cref="SweepTrial.IsLeftOut"/>.</summary>
    public bool LeaveOutEngine { get; init; }

    /// <summary>Told as the sweep goes on, one call at a time.</summary>
    public IProgress<SweepProgress>? Progress { get; init; }
}
