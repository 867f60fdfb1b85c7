using System.Numerics;
using System.Text;
using TradeBot.Statistics;

namespace TradeBot.MarketData;

/// <summary>Uniform, normal and Student-t random numbers, bit-identical on every platform.</summary>
/// <remarks>
/// Uniforms: xoshiro256** (Blackman and Vigna, <i>ACM Trans. Math. Softw.</i> 47(4), 2021), seeded by
/// SplitMix64. Normals: Marsaglia's polar method. The stream of a name is independent of every other name, so
/// a symbol keeps its path when others join the market.
/// </remarks>
internal sealed class DeviateSource
{
    private ulong _s0, _s1, _s2, _s3;
    private double _spare = double.NaN;

    /// <summary>The stream of a seed and a name.</summary>
    public DeviateSource(int seed, string name)
    {
        var state = new SplitMix64(Fnv1A(name) ^ ((ulong)(uint)seed * 0x9E37_79B9_7F4A_7C15));
        (_s0, _s1, _s2, _s3) = (state.Next(), state.Next(), state.Next(), state.Next());
    }

    /// <summary>A multiple of 2⁻⁵³ in (0, 1).</summary>
    public double Uniform()
    {
        double value;
        do
        {
            value = (Next() >> 11) * (1.0 / (1UL << 53));
        }
        while (value == 0);
        return value;
    }

    /// <summary>Mean 0, variance 1.</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            double spare = _spare;
            _spare = double.NaN;
            return spare;
        }

        double x, y, square;
        do
        {
            x = 2 * Uniform() - 1;
            y = 2 * Uniform() - 1;
            square = x * x + y * y;
        }
        while (square >= 1 || square == 0);

        double factor = Math.Sqrt(-2 * PortableMath.Log(square) / square);
        _spare = y * factor;
        return x * factor;
    }

    /// <summary>Student's t with the given degrees of freedom, scaled to variance 1.</summary>
    /// <param name="degrees">At least 3, so that the variance is finite.</param>
    public double Student(int degrees)
    {
        double normal = Normal();
        return normal * Math.Sqrt((degrees - 2) / ChiSquared(degrees));
    }

    // A sum of two squared normals is −2 ln U.
    private double ChiSquared(int degrees)
    {
        double sum = 0;
        for (int pair = 0; pair < degrees / 2; pair++)
            sum -= 2 * PortableMath.Log(Uniform());

        if (degrees % 2 == 0)
            return sum;

        double last = Normal();
        return sum + last * last;
    }

    private ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    private static ulong Fnv1A(string name)
    {
        ulong hash = 0xCBF2_9CE4_8422_2325;
        foreach (byte value in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ value) * 0x0000_0100_0000_01B3;
        return hash;
    }
}
