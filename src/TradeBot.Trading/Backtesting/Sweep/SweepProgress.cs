namespace TradeBot.Trading;

/// <summary>How far a sweep is.</summary>
/// <param name="Done">Work done, in candles of one trial.</param>
/// <param name="Total">All such work.</param>
public readonly record struct SweepProgress(long Done, long Total)
{
    /// <summary>From 0 to 1.</summary>
    public double Fraction => Total == 0 ? 1 : (double)Done / Total;
}
