namespace TradeBot.Exchanges.Emulator;

/// <summary>How orders are matched, where the exchange's documentation leaves it open.</summary>
public sealed record EmulatorMatching
{
    /// <summary>How often triggers, resting orders, margin and funding are processed, in the exchange's time; at least 10 ms.</summary>
    /// <remarks>Every candle's open, extremes and close are met when a third of its length is a multiple of this.</remarks>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>True when a resting order fills as soon as its price is traded; false when the price has to go through it.</summary>
    public bool FillsAtTouch { get; init; } = true;

    /// <summary>The largest quantity of one resting order that fills in a step, in units of the order's quantity; null for all of it.</summary>
    public decimal? MostPerStep { get; init; }

    /// <summary>Levels of the order book that an arriving order can take, 1 to 1000.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Size of every level of the book for matching; null for the sizes of the order book that is served.</summary>
    public decimal? LevelSize { get; init; }

    /// <summary>How many finished orders, executions and log entries are kept; older ones are removed. At least 1000.</summary>
    public int HistoryRows { get; init; } = 100_000;

    internal void Check()
    {
        if (Step < TimeSpan.FromMilliseconds(10))
            throw new ArgumentOutOfRangeException(nameof(Step), Step, "Must be at least 10 ms.");
        if (Depth is < 1 or > 1000)
            throw new ArgumentOutOfRangeException(nameof(Depth), Depth, "Must be from 1 to 1000.");
        if (MostPerStep <= 0)
            throw new ArgumentOutOfRangeException(nameof(MostPerStep), MostPerStep, "Must be positive, or null for no limit.");
        if (LevelSize <= 0)
            throw new ArgumentOutOfRangeException(nameof(LevelSize), LevelSize, "Must be positive, or null for the book's own sizes.");
        if (HistoryRows < 1000)
            throw new ArgumentOutOfRangeException(nameof(HistoryRows), HistoryRows, "Must be at least 1000.");
    }
}
