using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Tells how far a replay is, and stops it where it is asked to.</summary>
/// <param name="begin">First open, milliseconds since 1970-01-01 UTC.</param>
/// <param name="end">Last close.</param>
/// <param name="candles">How many there are.</param>
/// <param name="progress">Told now and then, at last of the end; null for nobody.</param>
/// <param name="work">Told likewise; its token stops the replay.</param>
internal sealed class ReplayWatch(long begin, long end, long candles, IProgress<BacktestProgress>? progress, LongWork work)
{
    private const long Stride = 1 << 14;

    /// <summary>Whether a step of the replay is one at which to look up.</summary>
    public static bool IsDue(long step) => step % Stride == 0;

    /// <summary>The first step after one at which to look up.</summary>
    public static int NextDue(int step) => (int)Math.Min(int.MaxValue, (step / Stride + 1) * Stride);

    public void Reach(long time)
    {
        work.Cancellation.ThrowIfCancellationRequested();
        Report(time);
    }

    public void Finish() => Report(end);

    private void Report(long time)
    {
        double share = (double)(time - begin) / (end - begin);
        progress?.Report(new BacktestProgress(UnixTime.ToDateTime(time), share));
        work.Reach(share * candles, candles);
    }
}
