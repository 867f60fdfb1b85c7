namespace TradeBot.Trading;

/// <summary>Keeps equity and exposure at each decision, in arrays sized once.</summary>
internal sealed class EquityRecorder(int capacity)
{
    // Each slot is written before it is read: zeroing them first would cost more than the run.
    private readonly long[] _times = GC.AllocateUninitializedArray<long>(capacity);
    private readonly double[] _equity = GC.AllocateUninitializedArray<double>(capacity);
    private readonly float[] _exposure = GC.AllocateUninitializedArray<float>(capacity);
    private int _count;

    public void Record(long time, double equity, double grossExposure)
    {
        int i = _count++;
        _times[i] = time;
        _equity[i] = equity;
        _exposure[i] = grossExposure == 0 ? 0 : (float)(grossExposure / equity);
    }

    /// <summary>Replaces the last point.</summary>
    public void Amend(double equity, double grossExposure)
    {
        long time = _times[--_count];
        Record(time, equity, grossExposure);
    }

    public EquityCurve ToCurve(double initial) =>
        new(initial, _times.AsMemory(0, _count), _equity.AsMemory(0, _count), _exposure.AsMemory(0, _count));
}
