using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

public class DriftTests
{
    private static readonly FeaturePipeline Pipeline = Features.Pipeline(f => [f.Return(1), f.Volume.ZScore(30)]);
    private static readonly Dataset Data = Dataset.From(Candles.Generate(4000, edge: 0.3), Pipeline, Label.ForwardReturn(1).Direction());
    private static readonly int[] Learned = [.. Enumerable.Range(0, 2000)], Recent = [.. Enumerable.Range(2100, 1500)];
    private static readonly IModel Model = new Logistic().Train(Data, Learned, seed: 0);

    private static readonly ModelCard Card = ModelCard.Of(
        Data, Models.CompareAsync(Data, Split.WalkForward(2), [new Logistic()], seed: 7).GetAwaiter().GetResult()[0]).TrainedOn(Data, Learned, seed: 0);

    [Fact]
    public void The_same_market_has_not_drifted()
    {
        DriftReport report = DriftReport.Of(Card, Data, Recent, Model);

        Assert.False(report.HasDrifted, report.ToString());
        Assert.All(report.Columns, c => Assert.InRange(c.StabilityIndex, 0, 0.1));
    }

    [Fact]
    public void A_more_volatile_market_shows_as_drift_in_the_returns()
    {
        Dataset wild = Data.Replace(["return(1)"], values => Array.ConvertAll(values, v => 3 * v));

        DriftReport report = DriftReport.Of(Card, wild, Recent);

        Assert.True(report.HasDrifted);
        Assert.Equal("return(1)", report.Columns[0].Name);
        Assert.True(report.Columns[0].HasDrifted && report.Columns[0].AdjustedPValue < 1e-6);
        Assert.Null(report.Predictions);
    }

    [Fact]
    public void A_change_of_the_errors_is_detected_where_it_happens()
    {
        // From the middle on every other target is turned round: the model's probabilities stay, its errors grow.
        double[] sure = Array.ConvertAll(Enumerable.Range(0, 2000).ToArray(), i => (double)(i * 7919 % 2000 < 1000 ? 0 : 1));
        double[] target = [.. sure.Select((x, i) => i > 1000 && i % 2 == 0 ? 1 - x : x)];
        var data = Dataset.FromColumns(["x"], [sure], target);
        Dataset clean = Dataset.FromColumns(["x"], [sure], sure);
        ModelCard card = ModelCard.Of(clean, EvaluationViewsTests.Judged(clean, sure.Select(x => 0.1 + 0.8 * x))).TrainedOn(clean, clean.AllRows(), 0);

        DriftReport report = DriftReport.Of(card, data, data.AllRows(), new Trusting());

        Assert.InRange(Assert.Single(report.ErrorsChangedAt.Take(1)), 1001, 1060);
        Assert.True(report.HasDrifted);
    }

    [Fact]
    public void The_stability_index_is_as_worked_by_hand()
    {
        // Then a half below and a half above; now three quarters below. Counts are raised by a half: (50.5, 50.5) of 101 and (75.5, 25.5) of 101.
        FeatureSummary then = FeatureSummary.Of("x", [.. Enumerable.Range(0, 100).Select(i => (double)(i % 2))]);
        FeatureDrift drift = FeatureDrift.Of(then, [.. Enumerable.Range(0, 100).Select(i => i < 75 ? 0.0 : 1)]);

        Assert.Equal((75.5 - 50.5) / 101 * Math.Log(75.5 / 50.5) + (25.5 - 50.5) / 101 * Math.Log(25.5 / 50.5), drift.StabilityIndex, 12);
        Assert.Equal(0.25, drift.Distance, 12);
    }

    [Fact]
    public void The_distance_and_its_p_value_are_those_of_tables()
    {
        // Every new value lies above every old one: the functions are 1 apart. A distance of 1.36 / √n is the 5 % point.
        FeatureSummary then = FeatureSummary.Of("x", [.. Enumerable.Range(0, 1000).Select(i => (double)i)]);
        Assert.Equal(1, FeatureDrift.Of(then, [2000, 2001, 2002]).Distance, 12);
        Assert.Equal(1, FeatureDrift.Of(then, [-3, -2, -1]).Distance, 12);

        FeatureDrift shifted = FeatureDrift.Of(then, [.. Enumerable.Range(0, 1000).Select(i => i + 60.8)]); // 0.0608 · √500 = 1.36
        Assert.InRange(shifted.Distance, 0.055, 0.0615);
        Assert.InRange(shifted.PValue, 0.03, 0.09);
    }

    [Fact]
    public void Drift_is_reported_no_more_often_than_the_level_where_there_is_none()
    {
        var random = new Random(5);
        int told = 0;
        for (int run = 0; run < 500; run++)
        {
            FeatureSummary then = FeatureSummary.Of("x", [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble())]);
            told += FeatureDrift.Of(then, [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())]).PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange(told, 8, 40); // 25 expected
    }

    [Fact]
    public void Features_other_than_the_training_features_are_refused_with_a_reason()
    {
        string missing = Assert.Throws<ArgumentException>(() => DriftReport.Of(Card, Data.Select("return(1)"), Recent)).Message;
        string swapped = Assert.Throws<ArgumentException>(() => DriftReport.Of(Card, Data.Select("zscore(volume,30)", "return(1)"), Recent)).Message;
        string foreign = Assert.Throws<ArgumentException>(() => Model.Predict(Dataset.FromColumns(["return(1)", "other"], [[1], [1]], [1]), new[] { 0 }, new double[1])).Message;

        Assert.StartsWith("The features are not those of the model: zscore(volume, 30) is missing.", missing, StringComparison.Ordinal);
        Assert.Contains("the order differs", swapped, StringComparison.Ordinal);
        Assert.Contains("zscore(volume, 30) is missing, other not among those", foreign, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_with_features_in_legacy_syntax_is_accepted()
    {
        ModelCard earlier = Card with { Features = ["return(1)", "zscore(volume,30)"], SchemaHash = "f39352c2611707c89a74315f4c6976637cda2bf5c1532900df5d979219bd15ce" };

        earlier.RequireFeatures(Data.Names, Data.Pipeline?.SchemaHash);
        Assert.Throws<ArgumentException>(() => (earlier with { SchemaHash = Card.DataHash }).RequireFeatures(Data.Names, Data.Pipeline?.SchemaHash));
        Assert.Throws<ArgumentException>(() => (earlier with { Features = ["return(1)", "zscore(volume,31)"] }).RequireFeatures(Data.Names, Data.Pipeline?.SchemaHash));
    }

    [Fact]
    public void A_card_of_a_method_alone_is_refused() =>
        Assert.Throws<ArgumentException>(() => DriftReport.Of(Card with { Training = null }, Data, Recent));

    private sealed class Trusting : IModel
    {
        public string Name => "trusting";

        public IReadOnlyList<string> Features { get; } = ["x"];

        public double Predict(ReadOnlySpan<double> row) => 0.1 + 0.8 * row[0];
    }
}
