using Microsoft.Data.Analysis;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot.Integrations.DataAnalysis.Tests;

public class FrameTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Candles_come_back_as_they_went_NaN_and_marks_included()
    {
        CandleSeries candles = Candles();

        CandleSeries again = candles.ToDataFrame().ToCandles(candles.Symbol, candles.Timeframe);

        Assert.Equal(candles.OpenTimes.ToArray(), again.OpenTimes.ToArray());
        Assert.Equal(candles.Volume.ToArray(), again.Volume.ToArray());
        Assert.Equal(candles.ContentHash, again.ContentHash);
        Assert.True(again.IsSynthetic(1));
    }

    [Fact]
    public void The_documented_example_runs()
    {
        CandleSeries candles = Candles();

        DataFrame frame = candles.ToDataFrame();
        DataFrame busy = frame.Filter(((DoubleDataFrameColumn)frame["volume"]).ElementwiseGreaterThan(2.0));
        CandleSeries again = frame.ToCandles("BTCUSDT", Timeframe.OneHour);

        Assert.Equal(1, busy.Rows.Count);
        Assert.Equal(candles.ContentHash, again.ContentHash);
    }

    [Fact]
    public void A_missing_column_is_named_with_those_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => new DataFrame(new DoubleDataFrameColumn("price", [1.0])).ToCandles("X", Timeframe.OneHour));
        Assert.Contains("no column 'open_time'; it has price", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trades_come_back_with_their_amounts_to_the_last_digit()
    {
        Trade trade = new("BTCUSDT", IsLong: true, Start, Start.AddHours(2), 0.12345678m, 42_000.123456789m, 43_000.5m, 1.23m, 100.01m, IsOpen: false)
        {
            AdverseExcursion = -0.01,
            IsLiquidated = true,
        };

        Trade again = Assert.Single(((Trade[])[trade]).ToDataFrame().ToTrades());

        Assert.Equal(trade with { EntryValue = trade.EntryValue }, again);
        Assert.Equal(DateTimeKind.Utc, again.EntryTime.Kind);
    }

    [Fact]
    public void Rows_to_learn_from_come_back_with_spans_and_names()
    {
        var data = Dataset.FromColumns(["a", "b / c"], [[1, 2, 3], [0.5, -1, 1e-9]], [0, 1, 1], ([10, 20, 30], [15, 25, 35]), [-0.1, 0.2, 0.3]);

        Dataset again = data.ToDataFrame().ToDataset();

        Assert.Equal(data.ContentHash, again.ContentHash);
    }

    [Fact]
    public void Weights_come_back_too()
    {
        Dataset data = Dataset.FromColumns(["a"], [[1, 2, 3]], [0, 1, 1]).WithWeights([1, 0, 2.5]);

        Dataset again = data.ToDataFrame().ToDataset();

        Assert.Equal([1, 0, 2.5], again.Weights.ToArray());
        Assert.Equal(data.ContentHash, again.ContentHash);
    }

    [Fact]
    public void A_row_that_is_not_finite_is_refused_with_its_place()
    {
        DataFrame frame = Dataset.FromColumns(["a"], [[1, double.NaN]], [0, 1], allowMissing: true).ToDataFrame();
        var error = Assert.Throws<ArgumentException>(() => frame.ToDataset());
        Assert.Contains("Column 'a', row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaderboard_has_a_row_for_each_trainer()
    {
        double[] feature = [.. Enumerable.Range(0, 60).Select(i => (double)(i * 7 % 11))], target = [.. Enumerable.Range(0, 60).Select(i => i * 7 % 11 > 5 != (i % 13 == 0) ? 1.0 : 0)];
        ModelComparison table = await Models.CompareAsync(
            Dataset.FromColumns(["a"], [feature], target), Split.WalkForward(folds: 2), [new Logistic(), new Logistic { C = 0.1 }], seed: 1);

        DataFrame frame = table.ToDataFrame();

        Assert.Equal(2, frame.Rows.Count);
        Assert.Equal(table[1].Scores.Auc, frame["auc"][1]);
        Assert.Equal("logistic(C=0.1)", frame["trainer"][1]);
    }

    private static CandleSeries Candles() => new(
        "BTCUSDT", Timeframe.OneHour, new[] { 0L, 3_600_000, 7_200_000 }, new double[] { 1, 2, 3 }, new double[] { 2, 3, 4 }, new[] { 0.5, 1.5, 2.5 },
        new double[] { 2, 3, 3 }, new[] { 1, double.NaN, 5 }, new double[] { 10, 20, 30 }, new[] { false, true, false });
}
