namespace TradeBot.Learning;

/// <summary>Gradient and Hessian of the loss per row, also packed into one 64-bit integer.</summary>
/// <remarks>
/// The upper half is the gradient, the lower half the Hessian, each rounded to a multiple of a unit so small that the sum
/// over all rows just fits 32 bits: the power of two above 2⁻³¹ of the sum of the gradients' magnitudes. Integer sums are exact, so
/// they do not depend on the order of addition, hence not on threads, and one addition sums both.
/// </remarks>
internal sealed class GradientPairs(int rows)
{
    public double[] Slopes { get; } = new double[rows];

    public double[] Curvatures { get; } = new double[rows];

    public long[] Packed { get; } = new long[rows];

    public double SlopeUnit { get; private set; }

    public double CurvatureUnit { get; private set; }

    public double Slope(long packed) => (packed >> 32) * SlopeUnit;

    public double Curvature(long packed) => (uint)packed * CurvatureUnit;

    /// <summary>Fills <see cref="Packed"/> from gradients and Hessians.</summary>
    public void Pack(Workers workers)
    {
        double[] slopeSums = new double[Workers.Chunks(rows)], curvatureSums = new double[Workers.Chunks(rows)];
        workers.RunChunks(rows, (chunk, from, to) => (slopeSums[chunk], curvatureSums[chunk]) = Magnitudes(from, to));
        double slopes = slopeSums.Sum(), curvatures = curvatureSums.Sum();
        double slopeScale = PowerOfTwo((int.MaxValue - (double)rows) / slopes), curvatureScale = PowerOfTwo((uint.MaxValue - (double)rows) / curvatures);
        (SlopeUnit, CurvatureUnit) = (1 / slopeScale, 1 / curvatureScale);
        workers.RunChunks(rows, (_, from, to) =>
        {
            for (int i = from; i < to; i++)
                Packed[i] = ((long)Math.Round(Slopes[i] * slopeScale) << 32) + (long)Math.Round(Curvatures[i] * curvatureScale);
        });
    }

    /// <summary>The largest power of two at or below a value; 1 when there is no sum to scale.</summary>
    private static double PowerOfTwo(double value) => double.IsFinite(value) ? Math.ScaleB(1, Math.ILogB(value)) : 1;

    private (double Slopes, double Curvatures) Magnitudes(int from, int to)
    {
        double slopes = 0, curvatures = 0;
        for (int i = from; i < to; i++)
        {
            slopes += Math.Abs(Slopes[i]);
            curvatures += Curvatures[i];
        }

        return (slopes, curvatures);
    }
}
