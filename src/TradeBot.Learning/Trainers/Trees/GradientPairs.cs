namespace TradeBot.Learning;

/// <summary>Slope and curvature of the loss in each row, also as one whole number of 64 bits.</summary>
/// <remarks>
/// The upper half holds the slope, the lower half the curvature, each rounded to a multiple of a unit so small that the sum
/// over all rows just fits 32 bits: the unit is 2⁻³¹ of the sum of the slopes' magnitudes. Sums of whole numbers are exact, so
/// they do not depend on the order of adding, hence not on threads, and one addition serves both.
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

    /// <summary>Fills <see cref="Packed"/> from the others.</summary>
    public void Pack(Workers workers)
    {
        double[] slopeSums = new double[Workers.Chunks(rows)], curvatureSums = new double[Workers.Chunks(rows)];
        workers.RunChunks(rows, (chunk, from, to) => (slopeSums[chunk], curvatureSums[chunk]) = Magnitudes(from, to));
        double slopes = slopeSums.Sum(), curvatures = curvatureSums.Sum();
        double slopeScale = slopes > 0 ? (int.MaxValue - (double)rows) / slopes : 0;
        double curvatureScale = curvatures > 0 ? (uint.MaxValue - (double)rows) / curvatures : 0;
        (SlopeUnit, CurvatureUnit) = (slopes > 0 ? 1 / slopeScale : 0, curvatures > 0 ? 1 / curvatureScale : 0);
        workers.RunChunks(rows, (_, from, to) =>
        {
            for (int i = from; i < to; i++)
                Packed[i] = ((long)Math.Round(Slopes[i] * slopeScale) << 32) + (long)Math.Round(Curvatures[i] * curvatureScale);
        });
    }

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
