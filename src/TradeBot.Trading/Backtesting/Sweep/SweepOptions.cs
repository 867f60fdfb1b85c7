namespace TradeBot.Trading;

/// <summary>How a sweep runs; these options never change a trial's results.</summary>
public sealed record SweepOptions
{
    /// <summary>Number of threads, at least 1.</summary>
    public int MaxParallelism
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    } = Environment.ProcessorCount;

    /// <summary>Whether each trial keeps its returns per period: 8 bytes per trial and day.</summary>
    public bool KeepReturns { get; init; }

    /// <summary>Whether each trial keeps its fills.</summary>
    public bool KeepFills { get; init; }

    /// <summary>Whether to skip trials that only the engine can run, so that the caller can run them: they are returned with <see cref="SweepTrial.IsSkipped"/>.</summary>
    public bool SkipEngine { get; init; }

    /// <summary>Receives the progress, one call at a time.</summary>
    public IProgress<SweepProgress>? Progress { get; init; }
}
