using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

/// <summary>What walk-forward evaluation shows of each trainer where there is nothing to find, and where there is something that a line cannot see.</summary>
public class EdgeTests
{
    private const int Worlds = 40;

    public static TheoryData<ITrainer> All() =>
    [
        new Logistic(), new Logistic { C = 0.1, L1Share = 1 }, new GradientBoosting { Trees = 20, Depth = 3 }, new GradientBoosting { Trees = 20, Depth = 3, StopAfter = 3 },
        new RandomForest { Trees = 10 }, new ExtraTrees { Trees = 10 }, new NeuralNetwork { Hidden = [8], Epochs = 10, BatchRows = 50 },
        new Voting { Members = [new Logistic(), new ExtraTrees { Trees = 5 }] }, new Bagging { Member = new Logistic(), Copies = 3 },
        new Stacking { Members = [new Logistic(), new ExtraTrees { Trees = 5 }], Folds = 3 }, new Calibrated { Member = new Logistic(), Folds = 3 },
        new Reduced { Reduction = new Pca { Components = 3 }, Member = new Logistic() },
    ];

    public static TheoryData<ITrainer> ThatBend() =>
    [
        new GradientBoosting { Trees = 60, Depth = 4 }, new RandomForest { Trees = 60 }, new ExtraTrees { Trees = 60 }, new NeuralNetwork { Hidden = [32], BatchRows = 64, L2 = 1e-3 },
        new Stacking { Members = [new Logistic(), new RandomForest { Trees = 40 }], Folds = 3 },
    ];

    public static TheoryData<ITrainer> ThatDoNot() => [new Logistic(), new Logistic { C = 0.1, L1Share = 1 }, new NeuralNetwork { Hidden = [] }];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Noise_shows_an_edge_no_more_often_than_chance(ITrainer trainer)
    {
        double sum = 0;
        int found = 0;
        for (int world = 0; world < Worlds; world++)
        {
            double z = await ScoreOf(trainer, World((ulong)world, rows: 400, edge: 0));
            sum += z;
            found += z > 1.645 ? 1 : 0; // one in twenty
        }

        // Of 40 worlds 2 should show one by chance; 7 or more would in one of 250 such tests. The mean of 40 scores has a standard error of 0.16.
        Assert.InRange(found, 0, 6);
        Assert.InRange(sum / Worlds, -0.5, 0.5);
    }

    [Theory]
    [MemberData(nameof(ThatBend))]
    public async Task An_interaction_of_two_features_is_found(ITrainer trainer) =>
        Assert.True(await ScoreOf(trainer, World(7, rows: 3000, edge: 0.25)) > 5);

    [Theory]
    [MemberData(nameof(ThatDoNot))]
    public async Task A_linear_model_does_not_find_it(ITrainer trainer) => Assert.InRange(await ScoreOf(trainer, World(7, rows: 3000, edge: 0.25)), -3, 3);

    /// <summary>By how many standard errors of chance the folds' areas under the curve are above ½ on average.</summary>
    private static async Task<double> ScoreOf(ITrainer trainer, Dataset data)
    {
        Evaluation evaluation = (await Models.CompareAsync(data, Split.WalkForward(folds: 3, embargo: 1), [trainer], seed: 5)).Single();
        double distance = 0, variance = 0;
        foreach (FoldEvaluation fold in evaluation.Folds)
        {
            double rows = fold.Scores.Rows, ones = Math.Round(rows * fold.Scores.BaseRate);
            distance += fold.Scores.Auc - 0.5;
            variance += (rows + 1) / (12 * ones * (rows - ones)); // of the rank sum of Wilcoxon, Mann and Whitney
        }

        return distance / Math.Sqrt(variance);
    }

    /// <summary>Four features; a target that is likelier to be 1, by the edge, where the first two have the same sign.</summary>
    private static Dataset World(ulong seed, int rows, double edge)
    {
        double[][] columns = [.. Enumerable.Range(0, 4).Select(column => Enumerable.Range(0, rows).Select(row => 2 * Draws.Uniform(Draws.Mix(seed, (ulong)column), (ulong)row) - 1).ToArray())];
        double[] target = [.. Enumerable.Range(0, rows).Select(row =>
            Draws.Uniform(Draws.Mix(seed, 99), (ulong)row) < 0.5 + edge * Math.Sign(columns[0][row] * columns[1][row]) ? 1.0 : 0.0)];
        return Dataset.FromColumns(["a", "b", "c", "d"], columns, target);
    }
}
