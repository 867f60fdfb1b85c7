using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class DatasetTests
{
    [Fact]
    public void Every_candle_is_a_row_or_counted_as_dropped()
    {
        Dataset data = Dataset.From(Candles.Of(100, 110, 99, 0, 99, 120), Features.Pipeline(f => [f.Return(1)]), Label.ForwardReturn(1));

        // Each opens at the close before. 0: warm-up. 3: from open 0 the return is infinite. 4: 99 / 0 is. 5: the future is missing.
        Assert.Equal([1, 2], data.Candles.ToArray());
        Assert.Equal(new DroppedRows(WarmUp: 1, Features: 1, Label: 2), data.Dropped);
        Assert.Equal([110 / 100.0 - 1, 99 / 110.0 - 1], data.Column("return(1)").ToArray());
        Assert.Equal([99 / 110.0 - 1, -1], data.Target.ToArray());
    }

    [Fact]
    public void The_content_hash_follows_every_bit()
    {
        FeaturePipeline pipeline = Features.Pipeline(f => [f.Return(1)]);
        string hash = Of(1, 2, 3, 4).ContentHash;

        Assert.Equal(hash, Of(1, 2, 3, 4).ContentHash);
        Assert.NotEqual(hash, Of(1, 2, 3, Math.BitIncrement(4.0)).ContentHash);

        Dataset Of(params double[] target) => Dataset.FromColumns(["x"], [[5, 6, 7, 8]], target);
    }

    [Fact]
    public void Rows_known_by_a_moment_have_their_labels_behind_them()
    {
        Dataset data = Dataset.From(Candles.Generate(200), Features.Pipeline(f => [f.Return(1)]), Label.ForwardReturn(10));

        int[] rows = data.RowsKnownBy(Candles.Start.AddMinutes(100));

        // The label of candle t is known at the open of t + 11: candle 89 is the last, and candle 0 is no row.
        Assert.Equal(Enumerable.Range(0, 89), rows);
        Assert.Equal(89, data.Candles[rows[^1]]);
    }

    [Fact]
    public void Without_a_complete_row_the_reasons_are_reported()
    {
        var error = Assert.Throws<InvalidDataException>(() => Dataset.From(Candles.Of(1, 2, 3), Features.Pipeline(f => [f.Rsi(14)]), Label.ForwardReturn(1)));
        Assert.Contains("WarmUp = 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_feature_is_answered_with_the_known_ones()
    {
        Dataset data = Dataset.FromColumns(["x", "y"], [[1], [2]], [0]);

        var error = Assert.Throws<ArgumentException>(() => data.Column("z").Length);
        Assert.Contains("x, y", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'y' is NaN in row 2", double.NaN, 1, 1)]
    [InlineData("'y' is Infinity in row 2", double.PositiveInfinity, 1, 1)]
    [InlineData("target is NaN in row 2", 1, double.NaN, 1)]
    [InlineData("return is -Infinity in row 2", 1, 1, double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_refused_by_column_and_row(string what, double y, double target, double value)
    {
        var error = Assert.Throws<ArgumentException>(() => Dataset.FromColumns(["x", "y"], [[1, 2, 3], [1, 2, y]], [0, 1, target], returns: [0, 0, value]));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_features_are_taken_where_that_is_asked_for()
    {
        Assert.Equal(double.NaN, Dataset.FromColumns(["x"], [[1, double.NaN]], [0, 1], allowMissing: true).Column("x")[1]);

        // Neither an infinite feature nor a missing target.
        Assert.Contains("or NaN where it is missing", Assert.Throws<ArgumentException>(() =>
            Dataset.FromColumns(["x"], [[1, double.NegativeInfinity]], [0, 1], allowMissing: true)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Dataset.FromColumns(["x"], [[1, 2]], [0, double.NaN], returns: [0, 0], allowMissing: true));
    }
}
