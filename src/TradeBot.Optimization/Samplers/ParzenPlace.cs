namespace TradeBot.Optimization;

/// <summary>A place in the unit cube, and what keeps the kernel around it a density; NaN stands for a parameter that is absent.</summary>
internal sealed class ParzenPlace(double[] at)
{
    private double _width = double.NaN;

    public double[] At { get; } = at;

    /// <summary>For each parameter the logarithm of the kernel's height, which makes up for what lies beyond the ends of the range.</summary>
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
