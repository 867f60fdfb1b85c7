using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Learning.Tests;

public class ModelsTests
{
    private static readonly FeaturePipeline Pipeline = Features.Pipeline(f => [f.Return(1) / f.Volatility(60), f.Return(30)]);

    [Fact]
    public async Task A_planted_edge_is_found_and_none_is_found_where_there_is_none()
    {
        Evaluation with = await Judge(edge: 0.2), without = await Judge(edge: 0);

        // The correlation with the next candle's return is 0.2; of 20,000 test rows or so five standard errors are 0.035.
        Assert.InRange(with.Scores.InformationCoefficient, 0.12, 0.24);
        Assert.InRange(without.Scores.InformationCoefficient, -0.035, 0.035);
        Assert.True(with.Scores.LogLoss < with.Scores.BaseLogLoss);

        static async Task<Evaluation> Judge(double edge)
        {
            Dataset data = Dataset.From(Candles.Generate(25_000, seed: 5, edge), Pipeline, Label.ForwardReturn(1).Direction());
            return (await Models.CompareAsync(data, Split.WalkForward(folds: 4, embargo: 5), [new Logistic()], seed: 7)).Single();
        }
    }

    [Fact]
    public async Task Each_trainer_is_evaluated_on_the_same_test_rows()
    {
        Dataset data = Small();
        ISplit split = Split.WalkForward(folds: 3, embargo: 10);

        ModelComparison table = await Models.CompareAsync(data, split, [new Logistic(), new Logistic { C = 0.01 }], seed: 7);

        Assert.Equal(["logistic(C=1)", "logistic(C=0.01)"], table.Select(evaluation => evaluation.Trainer));
        IReadOnlyList<Fold> folds = split.Divide(data.Starts, data.Ends);
        foreach (Evaluation evaluation in table)
        {
            Assert.Equal(folds.SelectMany(fold => fold.Test.ToArray()), evaluation.Rows.ToArray());
            Assert.Equal(folds.Select(fold => (fold.Train.Length, fold.Purged, fold.Embargoed)), evaluation.Folds.Select(fold => (fold.TrainRows, fold.Purged, fold.Embargoed)));
        }

        double[] last = new double[folds[2].Test.Length];
        new Logistic().Train(data, folds[2].Train, seed: 0).Predict(data, folds[2].Test.Span, last);
        Assert.Equal(last, table[0].Probabilities.ToArray()[^last.Length..]);
    }

    [Fact]
    public async Task The_seed_of_a_fold_is_the_same_for_every_trainer_and_differs_between_folds()
    {
        var recorder = new Recorder();
        await Models.CompareAsync(Small(), Split.WalkForward(folds: 3), [recorder, recorder], seed: 7);

        Assert.Equal(
            Enumerable.Range(0, 3).Select(fold => TrialSeed.Derive(7, fold)).SelectMany(seed => new[] { seed, seed }).Order(),
            recorder.Seeds.Order());
    }

    [Fact]
    public async Task A_fold_that_does_not_suit_is_named()
    {
        Dataset data = Dataset.FromColumns(["x"], [[1, 2, 3, 4, 5, 6, 7, 8]], [0, 0, 0, 0, 1, 0, 1, 0]);

        var error = await Assert.ThrowsAsync<ArgumentException>(() => Models.CompareAsync(data, Split.WalkForward(folds: 1), [new Logistic()], seed: 7));
        Assert.Contains("logistic(C=1), fold 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("have the target 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fold_that_does_not_suit_one_trainer_takes_nothing_from_the_others()
    {
        // In the training rows of the first fold one feature does not vary yet, which linear models refuse and trees do not mind.
        Dataset data = Late(varies: 12);
        ISplit split = Split.WalkForward(folds: 3);
        ModelComparison table = await Models.CompareAsync(data, split, [new Logistic(), new ExtraTrees()], seed: 7);
        Evaluation alone = (await Models.CompareAsync(data, split, [new ExtraTrees()], seed: 7)).Single();

        Assert.Equal((1, 0), (table[0].SkippedFolds, table[1].SkippedFolds));
        FoldEvaluation skipped = table[0].Folds[0];
        Assert.Contains("'late' is 0 in all", skipped.Skipped, StringComparison.Ordinal);
        Assert.Equal((0, double.NaN, double.NaN), (skipped.Scores.Rows, skipped.Scores.Auc, skipped.Scores.LogLoss));
        Assert.All(table[0].Folds.Skip(1), fold => Assert.Null(fold.Skipped));
        Assert.Equal(table[0].Folds.Sum(fold => fold.Scores.Rows), table[0].Rows.Length);
        Assert.EndsWith("in 2 folds, 1 skipped", table[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(alone.Folds, table[1].Folds);
        Assert.Equal(table[0].Folds[^1].Scores.Rows, ModelCard.Of(data, table[0]).Predictions!.Count);
    }

    [Fact]
    public async Task A_trainer_that_no_fold_suits_has_no_score_and_the_others_keep_theirs()
    {
        ModelComparison table = await Models.CompareAsync(Late(varies: 30), Split.WalkForward(folds: 2), [new Logistic(), new ExtraTrees()], seed: 7);

        Assert.Equal((2, 0, double.NaN), (table[0].SkippedFolds, table[0].Scores.Rows, table[0].Scores.Auc));
        Assert.True(table[1].Scores.Rows > 0);
    }

    private static Dataset Late(int varies) => Dataset.FromColumns(
        ["x", "late"],
        [[.. Enumerable.Range(0, 40).Select(i => (double)(i * 7 % 11))], [.. Enumerable.Range(0, 40).Select(i => i < varies ? 0.0 : i % 3)]],
        [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1.0 : 0)]);

    [Fact]
    public async Task Cancellation_passes_through()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Models.CompareAsync(Small(), Split.WalkForward(folds: 3), [new Logistic()], seed: 7, cancellationToken: cancellation.Token));
    }

    [Fact]
    public async Task A_card_contains_what_is_needed_to_reproduce_the_model()
    {
        Dataset data = Small();
        Evaluation evaluation = (await Models.CompareAsync(data, Split.WalkForward(folds: 3), [new Logistic()], seed: 7)).Single();

        var card = ModelCard.Of(data, evaluation);

        Assert.Equal((data.ContentHash, data.Series!.ContentHash, Pipeline.SchemaHash), (card.DataHash, card.SourceHash, card.SchemaHash));
        Assert.Equal(("direction(forward-return(5))", "walk-forward, 3 folds, embargo 0", 7), (card.Label, card.Split, card.Seed));
        Assert.Throws<ArgumentException>(() => ModelCard.Of(data, evaluation with { DataHash = "other" }));
    }

    [Fact]
    public void A_model_of_other_features_does_not_predict()
    {
        Dataset data = Small(), other = Dataset.FromColumns(["x"], [[1, 2, 3, 4]], [0, 1, 0, 1]);
        IModel model = new Logistic().Train(other, other.AllRows(), seed: 0);

        Assert.Throws<ArgumentException>(() => model.Predict(data, [0], new double[1]));
    }

    private static Dataset Small() => Dataset.From(Candles.Generate(1000), Pipeline, Label.ForwardReturn(5).Direction());

    private sealed class Recorder : ITrainer
    {
        public List<int> Seeds { get; } = [];

        public string Name => "recorder";

        public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
        {
            lock (Seeds)
                Seeds.Add(seed);
            return new Logistic().Train(data, rows, seed, cancellationToken);
        }
    }
}
