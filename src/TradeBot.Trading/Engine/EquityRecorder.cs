namespace TradeBot.Trading;

/// <summary>Keeps equity and exposure at each decision, in arrays sized once.</summary>
internal sealed class EquityRecorder(int capacity)
{
    private readonly long[] _times = new long[capacity];
    private readonly double[] _equity = new double[capacity];
    private readonly float[] _exposure = new float[capacity];
    private int _count;

    public void Record(long time, double equity, double grossExposure)
    {
        _times[_count] = time;
        _equity[_count] = equity;
        _exposure[_count] = (float)(grossExposure / equity);
        _count++;
    }

    public EquityCurve ToCurve(double initial) =>
        new(initial, _times.AsMemory(0, _count), _equity.AsMemory(0, _count), _exposure.AsMemory(0, _count));
}
