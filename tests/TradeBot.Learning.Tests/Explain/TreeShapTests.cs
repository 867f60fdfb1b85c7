using System.Numerics;

namespace TradeBot.Learning.Tests;

public class TreeShapTests
{
    private static readonly Dataset Data = Make();

    [Fact]
    public void Base_and_contributions_add_up_to_the_score()
    {
        var boosting = (GradientBoostingModel)new GradientBoosting { Trees = 40, Depth = 5 }.Train(Data, Data.AllRows(), seed: 1);
        IModel forest = new RandomForest { Trees = 20 }.Train(Data, Data.AllRows(), seed: 1);
        double[] row = new double[3], contributions = new double[3];
        for (int i = 0; i < 50; i++)
        {
            Data.CopyRow(i, row);
            if (i % 5 == 0)
                row[1] = double.NaN;

            double start = TreeShap.Explain(boosting, row, contributions);
            Assert.Equal(boosting.Predict(row), 1 / (1 + Math.Exp(-start - contributions.Sum())), 1e-12);

            start = TreeShap.Explain(forest, row, contributions);
            Assert.Equal(forest.Predict(row), start + contributions.Sum(), 1e-12);
        }
    }

    [Fact]
    public void Each_is_the_mean_over_all_orders_of_adding_the_features()
    {
        var model = (GradientBoostingModel)new GradientBoosting { Trees = 3, Depth = 4, LearningRate = 1 }.Train(Data, Data.AllRows(), seed: 1);
        double[] row = [0.2, -0.4, 0.6], contributions = new double[3];

        TreeShap.Explain(model, row, contributions);

        for (int feature = 0; feature < 3; feature++)
        {
            double expected = 0;
            for (int known = 0; known < 8; known++)
            {
                // Of 3! orders, those with just these features before: |S|! (2 − |S|)!.
                if ((known & (1 << feature)) == 0)
                    expected += (Value(model, row, known | (1 << feature)) - Value(model, row, known)) * (BitOperations.PopCount((uint)known) == 1 ? 1 : 2) / 6.0;
            }

            Assert.Equal(expected, contributions[feature], 1e-12);
        }
    }

    [Fact]
    public void Other_models_are_refused()
    {
        IModel line = new Logistic().Train(Data, Data.AllRows(), seed: 0);

        Assert.Throws<ArgumentException>(() => TreeShap.Explain(line, [1, 2, 3], new double[3]));
    }

    [Fact]
    public void A_table_has_the_contributions_of_each_row_and_the_largest_mean_first()
    {
        IModel model = new GradientBoosting { Trees = 20, Depth = 3 }.Train(Data, Data.AllRows(), seed: 1);
        int[] rows = [700, 3, 41];
        double[] row = new double[3], contributions = new double[3];

        ShapleyTable table = model.Explain(Data, rows);

        Assert.Equal(model.Name, table.Model);
        Assert.Equal(["a", "b", "c"], table.Features.Select(f => f.Name).Order());
        for (int i = 0; i < rows.Length; i++)
        {
            Data.CopyRow(rows[i], row);
            Assert.Equal(TreeShap.Explain(model, row, contributions), table.Base);
            Assert.Equal(model.Predict(row), table.Predictions[i]);
            foreach (FeatureContribution feature in table.Features)
            {
                int column = feature.Name[0] - 'a';
                Assert.Equal(row[column], feature.Values[i]);
                Assert.Equal(contributions[column], feature.Contributions[i]);
            }
        }

        Assert.All(table.Features, f => Assert.Equal(f.Contributions.Average(Math.Abs), f.MeanAbsolute, 1e-12));
        double[] means = [.. table.Features.Select(f => f.MeanAbsolute)];
        Assert.Equal(means.OrderDescending(), means);
        Assert.True(means[0] > means[2]);
    }

    [Fact]
    public void A_table_needs_rows_and_the_features_of_the_model()
    {
        IModel model = new RandomForest { Trees = 2 }.Train(Data, Data.AllRows(), seed: 1);

        Assert.Throws<ArgumentException>("rows", () => model.Explain(Data, []));
        Assert.Throws<ArgumentException>("data", () => model.Explain(Data.Select(["b", "a", "c"]), [0]));
        Assert.Throws<ArgumentException>("model", () => new Logistic().Train(Data, Data.AllRows(), seed: 0).Explain(Data, [0]));
    }

    /// <summary>The score where only some features are known: the branches of the others are averaged by their rows.</summary>
    private static double Value(GradientBoostingModel model, double[] row, int known)
    {
        return model.Sum.Trees.Sum(tree => At(tree, 0));

        double At(Tree tree, int node)
        {
            TreeNode asked = tree.Nodes[node];
            if (asked.IsLeaf(node))
                return tree.Values[node];
            if ((known & (1 << asked.Feature)) != 0)
                return At(tree, asked.Left + (tree.GoesRight(node, row[asked.Feature]) ? 1 : 0));

            double left = tree.Covers[asked.Left], right = tree.Covers[asked.Left + 1];
            return (left * At(tree, asked.Left) + right * At(tree, asked.Left + 1)) / (left + right);
        }
    }

    private static Dataset Make()
    {
        var random = new Random(8);
        double[][] columns = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 800).Select(_ => random.NextDouble() * 2 - 1).ToArray())];
        return Dataset.FromColumns(
            ["a", "b", "c"], columns, [.. Enumerable.Range(0, 800).Select(i => columns[0][i] * columns[1][i] + 0.3 * columns[2][i] + 0.3 * random.NextDouble() > 0.1 ? 1.0 : 0.0)]);
    }
}
