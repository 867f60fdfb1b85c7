using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Tells how far a replay is, and stops it where it is asked to.</summary>
/// <param name="begin">First open, milliseconds since 1970-01-01 UTC.</param>
/// <param name="end">Last close.</param>
/// <param name="progress">Told now and then, at last of the end; null for nobody.</param>
/// <param name="cancellationToken">Stops the replay.</param>
internal sealed class ReplayWatch(long begin, long end, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken)
{
    private const long Stride = 1 << 14;

    /// <summary>Whether a step of the replay is one at which to look up.</summary>
    public static bool IsDue(long step) => step % Stride == 0;

    public void Reach(long time)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new BacktestProgress(UnixTime.ToDateTime(time), (double)(time - begin) / (end - begin)));
    }

    public void Finish() => progress?.Report(new BacktestProgress(UnixTime.ToDateTime(end), 1));
}
