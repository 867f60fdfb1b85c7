using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Reporting.Tests.Charts;

public class PointSelectionTests
{
    [Fact]
    public void Short_lines_keep_every_point() =>
        Assert.Equal([0, 1, 2], PointSelection.Choose([0, 1, 2], [5, 4, 6], buckets: 1, Downsampling.Extremes));

    [Fact]
    public void Of_a_pixel_column_stay_first_lowest_highest_and_last()
    {
        // Two columns of five points: 1 2 9 0 3 | 5 5 5 5 5.
        List<int> chosen = PointSelection.Choose(Samples.Ramp(10), [1, 2, 9, 0, 3, 5, 5, 5, 5, 5], buckets: 2, Downsampling.Extremes);

        Assert.Equal([0, 2, 3, 4, 5, 9], chosen);
    }

    [Fact]
    public void An_unknown_stretch_breaks_the_line_once()
    {
        double[] y = Samples.Ramp(100);
        y.AsSpan(30, 40).Fill(double.NaN);

        List<int> chosen = PointSelection.Choose(Samples.Ramp(100), y, buckets: 10, Downsampling.Extremes);

        Assert.Single(chosen, PointSelection.Break);
        Assert.Equal((29, 70), (chosen[chosen.IndexOf(PointSelection.Break) - 1], chosen[chosen.IndexOf(PointSelection.Break) + 1]));
    }

    [Fact]
    public void The_extremes_of_any_line_survive_and_order_is_kept()
    {
        Gen<double> value = Gen.OneOf(Gen.Choose(-1000, 1000).Select(i => i / 7.0), Gen.Constant(double.NaN));
        Prop.ForAll(Arb.From(value.ArrayOf()), Arb.From(Gen.Choose(1, 40)), (y, buckets) =>
        {
            List<int> chosen = PointSelection.Choose(Samples.Ramp(y.Length), y, buckets, Downsampling.Extremes);
            List<int> points = [.. chosen.Where(i => i != PointSelection.Break)];
            double[] known = [.. y.Where(double.IsFinite)];
            bool extremes = known.Length == 0
                ? points.Count == 0
                : points.Min(i => y[i]) == known.Min() && points.Max(i => y[i]) == known.Max();
            bool ordered = points.Zip(points.Skip(1)).All(pair => pair.First < pair.Second);
            return extremes && ordered && points.All(i => double.IsFinite(y[i])) && chosen.Count <= Math.Max(y.Length, 6 * buckets);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(300));
    }

    [Fact]
    public void Unevenly_spaced_points_are_grouped_by_place_not_by_number()
    {
        // Nine points crowd into the first column, the last stands alone in the second.
        double[] x = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 100];

        List<int> chosen = PointSelection.Choose(x, [0, 1, 2, 3, 4, 5, 6, 7, 8, 1], buckets: 2, Downsampling.Extremes);

        Assert.Equal([0, 8, 9], chosen);
    }

    [Fact]
    public void Largest_triangles_keep_the_ends_and_a_lone_peak()
    {
        double[] y = new double[1000];
        y[437] = 50;

        List<int> chosen = PointSelection.Choose(Samples.Ramp(1000), y, buckets: 20, Downsampling.LargestTriangle);

        Assert.Equal(40, chosen.Count);
        Assert.Equal((0, 999), (chosen[0], chosen[^1]));
        Assert.Contains(437, chosen);
    }
}
