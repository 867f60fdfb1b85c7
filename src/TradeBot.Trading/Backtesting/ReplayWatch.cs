using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Reports the progress of a replay, and stops it on request.</summary>
/// <param name="begin">First open, milliseconds since 1970-01-01 UTC.</param>
/// <param name="end">Last close.</param>
/// <param name="candles">How many there are.</param>
/// <param name="progress">Called from time to time and at the end; null for none.</param>
/// <param name="work">Updated at the same times; its token stops the replay.</param>
internal sealed class ReplayWatch(long begin, long end, long candles, IProgress<BacktestProgress>? progress, LongWork work)
{
    private const long Stride = 1 << 14;

    /// <summary>Whether progress is reported at a step of the replay.</summary>
    public static bool IsDue(long step) => step % Stride == 0;

    /// <summary>The first step after a report.</summary>
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
