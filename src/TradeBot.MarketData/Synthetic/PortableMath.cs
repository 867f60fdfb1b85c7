namespace TradeBot.MarketData;

/// <summary>Exponential and logarithm using only additions, multiplications and divisions.</summary>
/// <remarks>
/// <see cref="Math.Exp"/> and <see cref="Math.Log(double)"/> come from each platform's C library and may differ
/// in the last bit. IEEE 754 fixes the result of the four operations and of the square root, so what is
/// generated through these two functions has the same bits on every platform. Both are within a few units
/// in the last place.
/// </remarks>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01; // the upper 32 bits of ln 2: k · Ln2High is exact
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700;
    private const double SquareRootOfTwo = 1.41421356237309514547;
    private const int ExponentialTerms = 14;
    private const int LogarithmTerms = 12;

    /// <summary>e to a power.</summary>
    /// <param name="x">In [−700, 700], where the result is a normal number.</param>
    public static double Exp(double x)
    {
        double k = Math.Round(x * InverseLn2);
        double r = x - k * Ln2High - k * Ln2Low;

        double sum = 1; // Horner's form of the Taylor series; |r| is below 0.35, so the rest is below 1e-17
        for (int n = ExponentialTerms; n >= 1; n--)
            sum = 1 + r * sum / n;
        return sum * PowerOfTwo((int)k);
    }

    /// <summary>Natural logarithm.</summary>
    /// <param name="x">A positive normal number.</param>
    public static double Log(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > SquareRootOfTwo)
        {
            mantissa /= 2;
            exponent++;
        }

        double f = (mantissa - 1) / (mantissa + 1); // ln m = 2 artanh f, |f| below 0.172
        double square = f * f;
        double sum = 0;
        for (int n = LogarithmTerms; n >= 0; n--)
            sum = sum * square + 1.0 / (2 * n + 1);
        return exponent * Ln2High + (2 * f * sum + exponent * Ln2Low);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
