namespace TradeBot.Trading;

/// <summary>Keeps equity and exposure at each decision, in arrays sized once.</summary>
/// <remarks>Where the moments are known beforehand, as the closes of the one series of a run, its times are shared rather than written again.</remarks>
internal sealed class EquityRecorder
{
    // Each slot is written before it is read: zeroing them first would cost more than the run.
    private readonly long[]? _times;
    private readonly ReadOnlyMemory<long> _known;
    private readonly double[] _equity;
    private readonly float[] _exposure;
    private int _count;

    /// <param name="capacity">The most moments that can come.</param>
    public EquityRecorder(int capacity)
        : this(default, capacity) => _times = GC.AllocateUninitializedArray<long>(capacity);

    /// <param name="known">The moments that will come, in milliseconds since 1970-01-01 UTC.</param>
    public EquityRecorder(ReadOnlyMemory<long> known)
        : this(known, known.Length)
    {
    }

    private EquityRecorder(ReadOnlyMemory<long> known, int capacity)
    {
        _known = known;
        _equity = GC.AllocateUninitializedArray<double>(capacity);
        _exposure = GC.AllocateUninitializedArray<float>(capacity);
    }

    public void Record(long time, double equity, double grossExposure)
    {
        int i = _count++;
        if (_times is not null)
            _times[i] = time;
        _equity[i] = equity;
        _exposure[i] = grossExposure == 0 ? 0 : (float)(grossExposure / equity);
    }

    /// <summary>Replaces the last point.</summary>
    public void Amend(double equity, double grossExposure)
    {
        long time = _times is null ? _known.Span[_count - 1] : _times[_count - 1];
        _count--;
        Record(time, equity, grossExposure);
    }

    public EquityCurve ToCurve(double initial) => new(
        initial, (_times is null ? _known : _times)[.._count], _equity.AsMemory(0, _count), _exposure.AsMemory(0, _count));
}
