using System.Runtime.CompilerServices;

namespace TradeBot.Learning;

/// <summary>Maps a feature's values to bins 1 to 255, in order of value or category; 0 is missing.</summary>
internal sealed class FeatureBins
{
    public const int Most = 256;

    // The upper edge of each bin, then +∞ up to 256: the search has a fixed number of steps.
    private readonly double[] _edges;
    private readonly double[]? _categories;

    private FeatureBins(double[] edges, double[]? categories, int count, bool hasMissing)
    {
        (_edges, _categories, Count, HasMissing) = (new double[Most], categories, count, hasMissing);
        Array.Fill(_edges, double.PositiveInfinity);
        edges.CopyTo(_edges, 0);
    }

    /// <summary>Number of bins, including the one for missing values.</summary>
    public int Count { get; }

    public bool HasMissing { get; }

    public bool IsCategorical => _categories != null;

    /// <summary>Bins of equal weight, with a border at zero when there are values on both sides; one bin per value when there are few enough.</summary>
    /// <param name="values">Not infinite; sorted here. NaN is missing.</param>
    /// <param name="weights">One per value, reordered alike; null for equal weights.</param>
    /// <param name="most">Maximum number of bins, without the one for missing values; in [2, 255].</param>
    /// <param name="hasMissing">Whether values not given here may be missing.</param>
    public static FeatureBins OfNumbers(double[] values, double[]? weights, int most, bool hasMissing)
    {
        List<(double Value, double Weight)> distinct = Distinct(values, weights);
        List<double> edges = [];
        bool hasSigns = distinct.Count > most && distinct[0].Value < 0 && distinct[^1].Value > 0;
        int wanted = hasSigns ? most - 1 : most;
        double total = distinct.Sum(item => item.Weight), seen = 0;
        for (int i = 0; i + 1 < distinct.Count; i++)
        {
            seen += distinct[i].Weight;
            if (distinct.Count <= most || seen * wanted >= total * (edges.Count + 1) && edges.Count < wanted - 1)
                edges.Add(Between(distinct[i].Value, distinct[i + 1].Value));
        }

        // The sign is the most frequent threshold on a return or a slope, and quantiles miss it by half a bin.
        int below = edges.BinarySearch(0);
        if (hasSigns && below < 0)
            edges.Insert(~below, 0);

        return new FeatureBins([.. edges], null, edges.Count + 2, hasMissing);
    }

    /// <summary>One bin per category; beyond 255 the rarest count as missing.</summary>
    public static FeatureBins OfCategories(double[] values, double[]? weights)
    {
        List<(double Value, double Weight)> distinct = Distinct(values, weights);
        double[] kept = [.. distinct.OrderByDescending(item => item.Weight).Take(Most - 1).Select(item => item.Value).Order()];
        return new FeatureBins([], kept, kept.Length + 1, hasMissing: true);
    }

    public byte Of(double value)
    {
        if (double.IsNaN(value))
            return 0;
        if (_categories != null)
            return (byte)Math.Max(0, Array.BinarySearch(_categories, value) + 1);

        int below = 0;
        ref double edge = ref _edges[0];
        for (int step = Most / 2; step > 0; step /= 2)
            below += step & -Unsafe.BitCast<bool, byte>(Unsafe.Add(ref edge, below + step - 1) < value);
        return (byte)(below + 1);
    }

    /// <summary>The largest value of a bin of numbers.</summary>
    public double UpperEdge(int bin) => _edges[bin - 1];

    /// <summary>The category of a bin.</summary>
    public double Category(int bin) => _categories![bin - 1];

    private static List<(double Value, double Weight)> Distinct(double[] values, double[]? weights)
    {
        if (weights == null)
            Array.Sort(values);
        else
            Array.Sort(values, weights);
        List<(double Value, double Weight)> distinct = [];
        for (int i = 0; i < values.Length; i++)
        {
            double weight = weights?[i] ?? 1;
            if (double.IsNaN(values[i]) || weight == 0)
                continue;
            if (distinct.Count > 0 && distinct[^1].Value == values[i])
                distinct[^1] = (values[i], distinct[^1].Weight + weight);
            else
                distinct.Add((values[i], weight));
        }

        return distinct;
    }

    private static double Between(double low, double high)
    {
        double middle = low + (high - low) / 2;
        return middle < high ? middle : low;
    }
}
