namespace TradeBot.Reporting;

/// <summary>Chooses which points of a long line are drawn.</summary>
internal static class PointSelection
{
    /// <summary>Marks a break in the line.</summary>
    public const int Break = -1;

    /// <summary>Indices to join by lines, in order, with <see cref="Break"/> where values are unknown.</summary>
    /// <param name="x">Positions; where they are not ascending, buckets are by index instead.</param>
    /// <param name="y">Values, one per position.</param>
    /// <param name="buckets">Pixel columns, at least 1. At most four points and two breaks come from each.</param>
    /// <param name="how">Which points are kept.</param>
    public static List<int> Choose(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int buckets, Downsampling how)
    {
        if (y.Length <= 4 * buckets)
            return All(y);

        return how == Downsampling.LargestTriangle && !ContainsUnknown(y)
            ? LargestTriangles(x, y, 2 * buckets)
            : Extremes(x, y, buckets);
    }

    /// <summary>The points of a line or area, with a break at each gap of its times.</summary>
    /// <param name="series">The series.</param>
    /// <param name="axis">The kind of its horizontal axis.</param>
    /// <param name="buckets">Pixel columns, at least 1.</param>
    public static List<int> ChooseLine(XySeries series, AxisKind axis, int buckets)
    {
        List<int> chosen = Choose(series.X.Span, series.Y.Span, buckets, series is LineSeries line ? line.Downsampling : Downsampling.Extremes);
        int[] gaps = axis == AxisKind.Time && series is (LineSeries or AreaSeries) ? TimeGaps.CountBefore(series.X.Span) : [];
        return gaps.Length == 0 ? chosen : Broken(chosen, gaps);
    }

    private static List<int> Broken(List<int> chosen, int[] gaps)
    {
        var broken = new List<int>(chosen.Count + gaps[^1]);
        foreach (int index in chosen)
        {
            if (index != Break && broken.Count > 0 && broken[^1] != Break && gaps[broken[^1]] < gaps[index])
                broken.Add(Break);
            broken.Add(index);
        }

        return broken;
    }

    private static List<int> All(ReadOnlySpan<double> y)
    {
        var chosen = new List<int>(y.Length);
        for (int i = 0; i < y.Length; i++)
            Append(chosen, double.IsFinite(y[i]) ? i : Break);
        return chosen;
    }

    private static List<int> Extremes(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int buckets)
    {
        bool byPosition = Rises(x);
        double left = x[0], range = x[^1] - x[0];
        var chosen = new List<int>(4 * buckets);
        for (int start = 0; start < y.Length;)
        {
            int bucket = BucketOf(start, x, y.Length);
            int end = start + 1;
            while (end < y.Length && BucketOf(end, x, y.Length) == bucket)
                end++;
            AppendBucket(chosen, y, start, end);
            start = end;
        }

        return chosen;

        int BucketOf(int index, ReadOnlySpan<double> places, int count) => byPosition && range > 0
            ? Math.Min(buckets - 1, (int)((places[index] - left) / range * buckets))
            : (int)((long)index * buckets / count);
    }

    // A run of unknown values that begins and ends inside one pixel column is too narrow to be seen.
    private static void AppendBucket(List<int> chosen, ReadOnlySpan<double> y, int start, int end)
    {
        int first = Break, last = Break, low = Break, high = Break;
        for (int i = start; i < end; i++)
        {
            if (!double.IsFinite(y[i]))
                continue;

            first = first == Break ? i : first;
            low = low == Break || y[i] < y[low] ? i : low;
            high = high == Break || y[i] > y[high] ? i : high;
            last = i;
        }

        if (first != start)
            Append(chosen, Break);
        if (first == Break)
            return;

        Append(chosen, first);
        AppendNew(chosen, Math.Min(low, high));
        AppendNew(chosen, Math.Max(low, high));
        AppendNew(chosen, last);
        if (last != end - 1)
            Append(chosen, Break);
    }

    private static List<int> LargestTriangles(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int points)
    {
        var chosen = new List<int>(points) { 0 };
        double size = (y.Length - 2) / (double)(points - 2);
        for (int bucket = 0; bucket < points - 2; bucket++)
        {
            int start = 1 + (int)(bucket * size), end = 1 + (int)((bucket + 1) * size);
            (double nextX, double nextY) = Mean(x, y, end, Math.Min(y.Length, 1 + (int)((bucket + 2) * size)));
            chosen.Add(LargestTriangle(x, y, chosen[^1], start, end, nextX, nextY));
        }

        chosen.Add(y.Length - 1);
        return chosen;
    }

    private static (double X, double Y) Mean(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int start, int end)
    {
        double sumX = 0, sumY = 0;
        for (int i = start; i < end; i++)
        {
            sumX += x[i];
            sumY += y[i];
        }

        int count = Math.Max(1, end - start);
        return (sumX / count, sumY / count);
    }

    private static int LargestTriangle(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int left, int start, int end, double nextX, double nextY)
    {
        int best = start;
        double largest = -1;
        for (int i = start; i < end; i++)
        {
            double area = Math.Abs((x[left] - nextX) * (y[i] - y[left]) - (x[left] - x[i]) * (nextY - y[left]));
            if (area > largest)
                (largest, best) = (area, i);
        }

        return best;
    }

    private static void Append(List<int> chosen, int index)
    {
        if (index != Break || (chosen.Count > 0 && chosen[^1] != Break))
            chosen.Add(index);
    }

    private static void AppendNew(List<int> chosen, int index)
    {
        if (index > chosen[^1])
            chosen.Add(index);
    }

    private static bool Rises(ReadOnlySpan<double> x)
    {
        for (int i = 1; i < x.Length; i++)
        {
            if (!(x[i] >= x[i - 1]))
                return false;
        }

        return true;
    }

    private static bool ContainsUnknown(ReadOnlySpan<double> y)
    {
        foreach (double value in y)
        {
            if (!double.IsFinite(value))
                return true;
        }

        return false;
    }
}
