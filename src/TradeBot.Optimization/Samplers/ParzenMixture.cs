using MathNet.Numerics;

namespace TradeBot.Optimization;

/// <summary>A density over the unit cube: a wide prior and one kernel per place, each a product over the parameters.</summary>
/// <remarks>
/// Ordered parameters take a normal kernel cut at the ends of the range; choices keep their own most of the time. A parameter
/// that a place lacks (NaN) has the uniform density.
/// </remarks>
internal sealed class ParzenMixture(ParameterSpace space)
{
    private const double WidthOfOne = 0.12, PriorWidth = 1, ShareOfOtherChoices = 0.5;

    private readonly int _dimensions = space.Parameters.Count;
    private readonly int[] _choices = [.. space.Parameters.Select(p => p.IsOrdered ? 0 : p.Count!.Value)];
    private double[] _centres = [], _logNorms = [], _exponents = [];
    private double _width;
    private int _kernels;

    /// <summary>Replaces the kernels; the prior is the first.</summary>
    public void Build(IEnumerable<double[]> places)
    {
        _kernels = 0;
        Append(null);
        foreach (double[] place in places)
            Append(place);

        _width = WidthOfOne * Math.Pow(_kernels, -1.0 / (_dimensions + 4));
        if (_exponents.Length < _kernels)
            _exponents = new double[2 * _kernels];
        if (_logNorms.Length < _kernels * _dimensions)
            _logNorms = new double[2 * _kernels * _dimensions];
        for (int k = 0; k < _kernels; k++)
        {
            for (int d = 0; d < _dimensions; d++)
                _logNorms[k * _dimensions + d] = _choices[d] > 0 ? 0 : LogNorm(_centres[k * _dimensions + d], WidthOf(k));
        }
    }

    /// <summary>A place drawn from the mixture, snapped to the values that the parameters take.</summary>
    public double[] Draw(ref SplitMix64 random)
    {
        int kernel = random.NextInt(_kernels);
        double[] place = new double[_dimensions];
        for (int d = 0; d < _dimensions; d++)
        {
            double centre = _centres[kernel * _dimensions + d];
            place[d] = space.Parameters[d].Snap(double.IsNaN(centre) || (_choices[d] > 0 && (kernel == 0 || random.NextDouble() < ShareOfOtherChoices))
                ? random.NextDouble()
                : _choices[d] > 0 ? centre : DrawNear(centre, WidthOf(kernel), ref random));
        }

        return place;
    }

    /// <summary>The logarithm of the density at a place, up to a constant that is the same for every mixture over the space.</summary>
    public double LogDensity(ReadOnlySpan<double> place)
    {
        double highest = double.NegativeInfinity;
        for (int k = 0; k < _kernels; k++)
        {
            double sum = 0;
            ReadOnlySpan<double> centres = _centres.AsSpan(k * _dimensions, _dimensions), norms = _logNorms.AsSpan(k * _dimensions, _dimensions);
            for (int d = 0; d < centres.Length; d++)
            {
                if (double.IsNaN(place[d]) || double.IsNaN(centres[d]))
                    continue;
                double z = (place[d] - centres[d]) / WidthOf(k);
                sum += _choices[d] == 0 ? norms[d] - 0.5 * z * z : LogChoice(k, _choices[d], z == 0);
            }

            _exponents[k] = sum;
            highest = Math.Max(highest, sum);
        }

        double total = 0;
        for (int k = 0; k < _kernels; k++)
            total += Math.Exp(_exponents[k] - highest);
        return highest + Math.Log(total / _kernels);
    }

    private double WidthOf(int kernel) => kernel == 0 ? PriorWidth : _width;

    private static double LogChoice(int kernel, int choices, bool isSame)
    {
        if (kernel == 0)
            return 0;
        double other = ShareOfOtherChoices / choices;
        return Math.Log((isSame ? 1 - ShareOfOtherChoices + other : other) * choices);
    }

    private static double LogNorm(double centre, double width)
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

    private void Append(double[]? place)
    {
        int from = _kernels++ * _dimensions;
        if (_centres.Length < from + _dimensions)
            Array.Resize(ref _centres, Math.Max(64 * _dimensions, 2 * _centres.Length));
        for (int d = 0; d < _dimensions; d++)
            _centres[from + d] = place is null ? 0.5 : place[d];
    }
}
