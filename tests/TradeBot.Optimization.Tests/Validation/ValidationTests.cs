namespace TradeBot.Optimization.Tests;

public class ValidationTests
{
    private static readonly double[] Market = [.. Enumerable.Range(0, 400).Select(i => i < 200 ? 0.01 : -0.01)];

    // Long or short one market: it rises for 200 rows and falls for 200.
    private static Study<double[]> SideStudy => Study.Named("side", seed: 7).Int("side", -1, 1, step: 2)
        .Maximize((double[] returns) => returns.Sum()).Returns(returns => returns);

    private static double[] Trade(ParameterSet p, ReadOnlyMemory<int> rows) => [.. rows.ToArray().Select(row => p["side"] * Market[row])];

    [Fact]
    public void Walk_forward_chooses_by_the_past_and_earns_on_what_follows()
    {
        ValidationResult anchored = SideStudy.Validate(Split.WalkForward(folds: 3), 400, Trade, new() { Sampler = new GridSampler() });
        ValidationResult rolling = SideStudy.Validate(Split.WalkForward(folds: 3, window: 100), 400, Trade, new() { Sampler = new GridSampler() });

        // Blocks of 100. Anchored: the past of the third and fourth block says long or is in balance, and long comes second: it must beat short to win.
        Assert.Equal([1, 1, 1], anchored.Folds.Select(f => (int)f.Selected!["side"]));
        Assert.Equal([1, -1, -1], anchored.Folds.Select(f => Math.Round(f.OutOfSample, 9)));
        // Rolling: the last block has only the falling one behind it.
        Assert.Equal([1, 1, -1], rolling.Folds.Select(f => (int)f.Selected!["side"]));
        Assert.Equal(300, rolling.Paths[0].Length);
        Assert.Equal(1 * Math.Pow(1.01, 100) * Math.Pow(0.99, 100) * Math.Pow(1.01, 100), rolling.Equity()[^1], 9);
        Assert.Equal(6, rolling.TrialCount);
        Assert.Equal(1 / 3.0, rolling.Efficiency, 9); // (1 − 1 + 1) of 3
    }

    [Fact]
    public void Selection_and_judgement_never_share_a_row()
    {
        List<int[]> seen = [];
        ISplit outer = Split.PurgedKFold(4, embargo: 5);
        FoldSearchOptions options = new() { Sampler = new GridSampler(), Inner = Split.PurgedKFold(3), Study = new() { MaxParallelism = 1 } };
        ValidationResult result = SideStudy.Validate(
            outer, 400,
            (p, rows) =>
            {
                seen.Add(rows.ToArray());
                return Trade(p, rows);
            },
            options);

        // Per fold: 2 sides on 3 inner sets, then the winner on the test rows.
        Assert.Equal(4 * 7, seen.Count);
        for (int i = 0; i < 4; i++)
        {
            int[] test = result.Folds[i].Fold.Test.ToArray();
            Assert.Equal(test, seen[7 * i + 6]);
            Assert.All(seen.Skip(7 * i).Take(6), s => Assert.Empty(s.Intersect(test)));
        }
    }

    [Fact]
    public void Combinatorial_splits_give_several_histories()
    {
        // 2 of 6 groups: 15 folds; each group is judged 5 times, so 5 histories of all 400 rows.
        ValidationResult result = SideStudy.Validate(Split.CombinatorialPurged(6, 2), 400, Trade, new() { Sampler = new GridSampler() });

        Assert.Equal((15, 5), (result.Folds.Count, result.Paths.Count));
        Assert.All(result.Paths, p => Assert.Equal(400, p.Length));
        Assert.Equal(5, result.PathSharpes.Count);
    }

    [Fact]
    public void Combinatorial_folds_keep_the_spans_of_labels_apart()
    {
        // Labels take 3 rows; 12 rows in 4 groups, the second and fourth are judged: 3, 4, 5 and 9, 10, 11.
        long[] starts = [.. Enumerable.Range(0, 12).Select(i => (long)i)], ends = [.. starts.Select(s => s + 2)];
        Fold fold = Split.CombinatorialPurged(4, 2, embargo: 1).Divide(starts, ends)[4];

        Assert.Equal([3, 4, 5, 9, 10, 11], fold.Test.ToArray());
        Assert.Equal([0], fold.Train.ToArray()); // 1, 2 reach into 3; 6, 7 start within 5's label and 7, 8 reach into 9
        Assert.Equal(5, fold.Purged);
        Assert.Equal(0, fold.Embargoed);
        Assert.Throws<ArgumentOutOfRangeException>(() => Split.CombinatorialPurged(30, 15));
    }

    [Fact]
    public void A_return_is_needed_for_every_row() => Assert.Throws<InvalidOperationException>(() => SideStudy
        .Validate(Split.TrainTest(), 400, (p, rows) => [p["side"]], new() { Sampler = new GridSampler() }));
}
