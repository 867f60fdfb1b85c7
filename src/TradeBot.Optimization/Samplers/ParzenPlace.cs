namespace TradeBot.Optimization;

/// <summary>A point in the unit cube with the normalisation of its kernel; NaN is a parameter that is absent.</summary>
internal sealed class ParzenPlace(double[] at)
{
    private double _width = double.NaN;

    public double[] At { get; } = at;

    /// <summary>For each parameter the logarithm of the kernel's height, normalised for the truncation at the ends of the range.</summary>
    public double[] LogHeights { get; } = new double[at.Length];

    /// <summary>Computes the heights for a width, unless they are known.</summary>
    public void Prepare(double width, Func<double, double, double> logHeight)
    {
        if (_width == width)
            return;
        _width = width;
        for (int d = 0; d < At.Length; d++)
            LogHeights[d] = logHeight(At[d], width);
    }
}
