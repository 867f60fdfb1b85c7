namespace TradeBot.Learning.Tests;

public class RowWeightsTests
{
    [Fact]
    public void Labels_share_the_time_in_which_they_overlap()
    {
        // [0, 2) and [1, 3) share [1, 2): each has one unit alone and half of another, of two. [5, 9) is alone.
        Assert.Equal([0.75, 0.75, 1], RowWeights.Uniqueness([0, 1, 5], [2, 3, 9]));
    }

    [Fact]
    public void A_span_of_no_length_is_its_own() => Assert.Equal([1, 1], RowWeights.Uniqueness([3, 3], [3, 3]));

    [Fact]
    public void Three_at_once_have_a_third_each()
    {
        double[] weights = RowWeights.Uniqueness([0, 0, 0], [3, 3, 3]);

        Assert.All(weights, weight => Assert.Equal(1.0 / 3, weight, 12));
    }

    [Fact]
    public void Uniqueness_is_the_mean_of_one_over_the_labels_at_each_moment()
    {
        var random = new Random(3);
        long[] starts = [.. Enumerable.Range(0, 60).Select(_ => (long)random.Next(40)).Order()];
        long[] ends = [.. starts.Select(start => start + 1 + random.Next(12))];

        double[] expected = [.. starts.Select((start, row) => Enumerable.Range((int)start, (int)(ends[row] - start))
            .Average(moment => 1.0 / starts.Where((s, other) => s <= moment && moment < ends[other]).Count()))];

        Assert.Equal(expected, RowWeights.Uniqueness(starts, ends), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Theory]
    [InlineData(1, new[] { 1.0, 1, 1, 1 })]
    [InlineData(0, new[] { 0.25, 0.5, 0.75, 1 })] // cumulated uniqueness 1, 2, 3, 4 of 4
    [InlineData(0.5, new[] { 0.625, 0.75, 0.875, 1 })] // half the way down
    [InlineData(-0.5, new[] { 0, 0, 0.5, 1 })] // the oldest half counts for nothing
    public void Decay_falls_with_cumulated_uniqueness(double oldest, double[] expected)
    {
        var data = Dataset.FromColumns(["x"], [[1, 2, 3, 4]], [0, 1, 0, 1], ([0, 10, 20, 30], [5, 15, 25, 35]));

        Assert.Equal(expected, RowWeights.TimeDecay(data, oldest), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Balanced_classes_count_the_same_in_total()
    {
        var data = Dataset.FromColumns(["x"], [[1, 2, 3, 4]], [0, 0, 0, 1]);

        Assert.Equal([2 / 3.0, 2 / 3.0, 2 / 3.0, 2], RowWeights.Balanced(data), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void One_class_cannot_be_balanced() =>
        Assert.Throws<ArgumentException>(() => RowWeights.Balanced(Dataset.FromColumns(["x"], [[1, 2]], [1, 1])));
}
