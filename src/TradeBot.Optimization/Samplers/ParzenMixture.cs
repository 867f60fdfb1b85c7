using System.Numerics;
using System.Numerics.Tensors;
using MathNet.Numerics;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>A density over the unit cube: a wide prior and one kernel per point, each a product over the parameters.</summary>
/// <remarks>
/// Ordered parameters have a normal kernel truncated at the ends of the range; choices keep their value most of the time. A parameter
/// that a point does not have (NaN) has the uniform density.
/// </remarks>
internal sealed class ParzenMixture(ParameterSpace space)
{
    private const double WidthOfOne = 0.12, PriorWidth = 1, ShareOfOtherChoices = 0.5;

    private static readonly Func<double, double, double> LogHeightOf = LogHeight;

    private readonly int _dimensions = space.Parameters.Count;
    private readonly int[] _choices = [.. space.Parameters.Select(p => p.IsOrdered ? 0 : p.Count!.Value)];
    private readonly double _priorHeight = LogHeight(0.5, PriorWidth);
    private readonly List<ParzenPlace> _places = [];
    private double[][] _centres = [], _heights = []; // by parameter, then by place
    private double[] _exponents = [];
    private double _width;

    /// <summary>Replaces the kernels.</summary>
    /// <param name="places">Their centres.</param>
    /// <param name="counted">Number of points that determine the width; the more, the narrower.</param>
    public void Build(IEnumerable<ParzenPlace> places, int counted)
    {
        _places.Clear();
        _places.AddRange(places);
        _width = WidthOfOne * Math.Pow(counted + 1, -1.0 / (_dimensions + 4));
        if (_exponents.Length < _places.Count)
        {
            int room = 2 * _places.Count;
            _exponents = new double[room];
            _centres = [.. Enumerable.Range(0, _dimensions).Select(_ => new double[room])];
            _heights = [.. Enumerable.Range(0, _dimensions).Select(_ => new double[room])];
        }

        for (int k = 0; k < _places.Count; k++)
        {
            ParzenPlace place = _places[k];
            place.Prepare(_width, LogHeightOf);
            for (int d = 0; d < _dimensions; d++)
                (_centres[d][k], _heights[d][k]) = (place.At[d], place.LogHeights[d]);
        }
    }

    /// <summary>A point drawn from the mixture, rounded to values that the parameters take.</summary>
    public double[] Draw(ref SplitMix64 random)
    {
        int kernel = random.NextInt(_places.Count + 1) - 1; // −1 is the prior
        double[] place = new double[_dimensions];
        for (int d = 0; d < _dimensions; d++)
        {
            double centre = kernel < 0 ? 0.5 : _centres[d][kernel];
            double drawn = double.IsNaN(centre) || (_choices[d] > 0 && (kernel < 0 || random.NextDouble() < ShareOfOtherChoices)) ? random.NextDouble()
                : _choices[d] > 0 ? centre
                : DrawNear(centre, kernel < 0 ? PriorWidth : _width, ref random);
            place[d] = space.Parameters[d].Snap(drawn);
        }

        return place;
    }

    /// <summary>The logarithm of the density at a point.</summary>
    public double LogDensity(ReadOnlySpan<double> place)
    {
        Span<double> exponents = _exponents.AsSpan(0, _places.Count);
        exponents.Clear();
        double prior = 0;
        for (int d = 0; d < _dimensions; d++)
        {
            if (double.IsNaN(place[d]))
                continue;

            if (_choices[d] > 0)
            {
                AddChoice(place[d], _choices[d], _centres[d].AsSpan(0, exponents.Length), exponents);
                continue;
            }

            AddNumber(place[d], 1 / _width, _centres[d].AsSpan(0, exponents.Length), _heights[d].AsSpan(0, exponents.Length), exponents);
            prior += _priorHeight - 0.5 * (place[d] - 0.5) * (place[d] - 0.5) / (PriorWidth * PriorWidth);
        }

        double highest = exponents.IsEmpty ? prior : Math.Max(prior, TensorPrimitives.Max(exponents));
        TensorPrimitives.Subtract(exponents, highest, exponents);
        TensorPrimitives.Exp(exponents, exponents);
        double total = Math.Exp(prior - highest) + (exponents.IsEmpty ? 0 : TensorPrimitives.Sum(exponents));
        return highest + Math.Log(total / (exponents.Length + 1));
    }

    private static void AddNumber(double value, double inverseWidth, ReadOnlySpan<double> centres, ReadOnlySpan<double> heights, Span<double> exponents)
    {
        int k = 0;
        var values = new Vector<double>(value);
        for (; k + Vector<double>.Count <= exponents.Length; k += Vector<double>.Count)
        {
            var centre = new Vector<double>(centres[k..]);
            Vector<double> z = (values - centre) * inverseWidth, term = new Vector<double>(heights[k..]) - 0.5 * z * z;
            Vector<double> known = Vector.ConditionalSelect(Vector.Equals(centre, centre), term, Vector<double>.Zero); // NaN equals nothing
            (new Vector<double>(exponents[k..]) + known).CopyTo(exponents[k..]);
        }

        for (; k < exponents.Length; k++)
        {
            double z = (value - centres[k]) * inverseWidth;
            exponents[k] += double.IsNaN(centres[k]) ? 0 : heights[k] - 0.5 * z * z;
        }
    }

    private static void AddChoice(double value, int choices, ReadOnlySpan<double> centres, Span<double> exponents)
    {
        double other = ShareOfOtherChoices / choices, logOther = Math.Log(other * choices), logSame = Math.Log((1 - ShareOfOtherChoices + other) * choices);
        for (int k = 0; k < exponents.Length; k++)
            exponents[k] += double.IsNaN(centres[k]) ? 0 : centres[k] == value ? logSame : logOther;
    }

    private static double LogHeight(double centre, double width)
    {
        if (double.IsNaN(centre))
            return 0;
        double inside = 0.5 * (SpecialFunctions.Erf((1 - centre) / (width * Constants.Sqrt2)) + SpecialFunctions.Erf(centre / (width * Constants.Sqrt2)));
        return -Math.Log(inside * width * Constants.Sqrt2Pi);
    }

    private static double DrawNear(double centre, double width, ref SplitMix64 random)
    {
        for (int i = 0; i < 20; i++)
        {
            double value = centre + width * random.NextNormal();
            if (value is >= 0 and < 1)
                return value;
        }

        return random.NextDouble();
    }
}
