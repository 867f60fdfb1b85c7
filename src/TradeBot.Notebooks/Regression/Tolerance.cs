namespace TradeBot.Notebooks;

/// <summary>How far a number may be from the recorded one: within either bound.</summary>
/// <param name="Relative">Of the larger magnitude, as a fraction; at least 0.</param>
/// <param name="Absolute">In the number's own unit; at least 0.</param>
public readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>What the order of floating-point sums may change, and no more: 1e-9 relative, 1e-12 absolute.</summary>
    public static Tolerance Default => new(1e-9, 1e-12);

    /// <summary>True when the numbers are equal within the tolerance; NaN equals NaN, infinities only themselves.</summary>
    /// <param name="recorded">One number.</param>
    /// <param name="actual">The other.</param>
    public bool Accepts(double recorded, double actual)
    {
        if (recorded.Equals(actual))
            return true;
        double distance = Math.Abs(recorded - actual);
        return double.IsFinite(distance) && (distance <= Absolute || distance <= Relative * Math.Max(Math.Abs(recorded), Math.Abs(actual)));
    }
}
