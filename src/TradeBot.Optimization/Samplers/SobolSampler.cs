using System.Numerics;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>A Sobol sequence, which fills the space more evenly than random points, with a random shift by the study's seed.</summary>
/// <remarks>
/// Points that break a constraint are skipped. The first power of 2 of points has the same number in each equal part
/// of every range. Source: I. M. Sobol', 1967; direction numbers by Joe and Kuo, <i>SIAM J. Sci. Comput.</i> 30, 2008;
/// digital shift as in Owen, 1995.
/// </remarks>
public sealed class SobolSampler : ISampler
{
    /// <summary>Largest number of parameters of a space: 21.</summary>
    public const int MaxParameters = 21;

    private const int Bits = 52, MaxPassedOver = 100_000;
    private const ulong Purpose = 0x534F424F4C;

    // Of each dimension from the second on: degree and inner coefficients of the polynomial, then the first direction numbers.
    private static readonly int[][] Directions =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13],
        [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5], [5, 7, 1, 1, 7, 11, 19], [5, 11, 1, 1, 5, 1, 1],
        [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31], [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21],
        [6, 16, 1, 3, 1, 13, 27, 49], [6, 19, 1, 1, 1, 15, 7, 5], [6, 22, 1, 3, 1, 15, 13, 25], [6, 25, 1, 1, 5, 5, 19, 61],
        [7, 1, 1, 3, 7, 11, 23, 15, 103], [7, 4, 1, 3, 7, 13, 13, 15, 69],
    ];

    /// <inheritdoc/>
    public string Name => "sobol";

    /// <inheritdoc/>
    public int BatchSize => int.MaxValue;

    /// <inheritdoc/>
    public int MaxObjectives => int.MaxValue;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The space has more than <see cref="MaxParameters"/> parameters.</exception>
    public ISamplerSession Start(ParameterSpace space, int seed)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.Parameters.Count <= MaxParameters
            ? new Session(space, seed)
            : throw new ArgumentException($"A Sobol sequence is known for at most {MaxParameters} parameters, got {space.Parameters.Count}.", nameof(space));
    }

    /// <summary>The direction numbers of a dimension, the first for the highest bit of the fraction.</summary>
    private static ulong[] DirectionsOf(int dimension)
    {
        ulong[] directions = new ulong[Bits];
        if (dimension == 0)
        {
            for (int i = 0; i < Bits; i++)
                directions[i] = 1UL << (Bits - 1 - i);
            return directions;
        }

        int[] row = Directions[dimension - 1];
        int degree = row[0], coefficients = row[1];
        for (int i = 0; i < Bits; i++)
        {
            if (i < degree)
            {
                directions[i] = (ulong)row[i + 2] << (Bits - 1 - i);
                continue;
            }

            ulong value = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (int k = 1; k < degree; k++)
            {
                if (((coefficients >> (degree - 1 - k)) & 1) == 1)
                    value ^= directions[i - k];
            }

            directions[i] = value;
        }

        return directions;
    }

    private sealed class Session : ISamplerSession
    {
        private readonly ParameterSpace _space;
        private readonly ulong[][] _directions;
        private readonly ulong[] _point;
        private ulong _index;

        public Session(ParameterSpace space, int seed)
        {
            _space = space;
            var random = new SplitMix64(TrialSeed.State(seed, 0) ^ Purpose);
            _point = new ulong[space.Parameters.Count];
            _directions = new ulong[_point.Length][];
            for (int i = 0; i < _point.Length; i++)
                (_directions[i], _point[i]) = (DirectionsOf(i), random.Next() >> (64 - Bits));
        }

        public ParameterSet? Ask(int number)
        {
            double[] fractions = new double[_point.Length];
            for (int passed = 0; passed < MaxPassedOver; passed++)
            {
                for (int i = 0; i < fractions.Length; i++)
                    fractions[i] = _point[i] * (1.0 / (1UL << Bits));
                Advance();

                ParameterSet candidate = _space.AtFractions(fractions);
                if (_space.Accepts(candidate))
                    return candidate;
            }

            throw new InvalidOperationException($"None of {MaxPassedOver} points of '{_space}' meets the constraints: loosen them or narrow the ranges.");
        }

        public void Tell(int number, ParameterSet parameters, ReadOnlySpan<double> losses)
        {
            // The sequence does not depend on results.
        }

        private void Advance()
        {
            int bit = BitOperations.TrailingZeroCount(~_index++); // Gray code: one direction number per point
            for (int i = 0; i < _point.Length; i++)
                _point[i] ^= _directions[i][bit];
        }
    }
}
