using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Optimization.Tests;

public class SplitTests
{
    // Ten rows, decided at 0, 10, … 90; each label is known 25 later.
    private static readonly long[] Starts = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90];
    private static readonly long[] Ends = [25, 35, 45, 55, 65, 75, 85, 95, 105, 115];

    [Fact]
    public void Training_before_the_test_ends_before_it_begins()
    {
        Fold fold = Split.TrainTest(testShare: 0.3).Divide(Starts, Ends).Single();

        // Test rows 7, 8, 9 begin at 70. Rows 5 and 6 are known at 75 and 85; row 4 at 65.
        Assert.Equal([7, 8, 9], fold.Test.ToArray());
        Assert.Equal([0, 1, 2, 3, 4], fold.Train.ToArray());
        Assert.Equal((2, 0), (fold.Purged, fold.Embargoed));
    }

    [Fact]
    public void The_embargo_comes_on_top_of_the_purge()
    {
        Fold fold = Split.TrainTest(testShare: 0.3, embargo: 2).Divide(Starts, Ends).Single();

        Assert.Equal([0, 1, 2], fold.Train.ToArray());
        Assert.Equal((2, 2), (fold.Purged, fold.Embargoed));
    }

    [Fact]
    public void A_label_known_at_the_very_start_of_the_test_is_purged()
    {
        Fold fold = Split.TrainTest(testShare: 0.5).Divide([0, 10, 20, 30], [10, 20, 30, 40]).Single();

        Assert.Equal([0], fold.Train.ToArray());
    }

    [Fact]
    public void Walk_forward_expands_and_tests_each_later_block_once()
    {
        IReadOnlyList<Fold> folds = Split.WalkForward(folds: 4).Divide(Starts, Ends);

        Assert.Equal([[2, 3], [4, 5], [6, 7], [8, 9]], folds.Select(fold => fold.Test.ToArray()));
        // Before the test at 20, 40, 60, 80: rows known by 19, 39, 59, 79.
        Assert.Equal([[], [0, 1], [0, 1, 2, 3], [0, 1, 2, 3, 4, 5]], folds.Select(fold => fold.Train.ToArray()));
        Assert.Equal([2, 2, 2, 2], folds.Select(fold => fold.Purged));
    }

    [Fact]
    public void A_window_forgets_the_oldest_rows()
    {
        IReadOnlyList<Fold> folds = Split.WalkForward(folds: 4, window: 4).Divide(Starts, Ends);

        Assert.Equal([[], [0, 1], [2, 3], [4, 5]], folds.Select(fold => fold.Train.ToArray()));
    }

    [Fact]
    public void Purged_k_fold_learns_from_both_sides_and_embargoes_after_the_test()
    {
        Fold middle = Split.PurgedKFold(folds: 5, embargo: 1).Divide(Starts, Ends)[2];

        // Test rows 4 and 5 span 40 to 75. Before: rows known by 39 are 0 and 1. After: rows 6 and 7 start by 75; 8 is embargoed.
        Assert.Equal([4, 5], middle.Test.ToArray());
        Assert.Equal([0, 1, 9], middle.Train.ToArray());
        Assert.Equal((4, 1), (middle.Purged, middle.Embargoed));
    }

    [Fact]
    public void The_longest_label_of_the_test_decides_what_is_purged_after_it()
    {
        long[] ends = [.. Ends];
        ends[0] = 85;

        Fold first = Split.PurgedKFold(folds: 5).Divide(Starts, ends)[0];

        Assert.Equal([9], first.Train.ToArray());
    }

    [Fact]
    public void No_training_span_touches_a_test_span()
    {
        // Each row: how long after the one before it starts, and how long its label takes.
        Gen<(int Wait, int Length)[]> rows =
            from wait in Gen.Choose(0, 5).ArrayOf(40)
            from length in Gen.Choose(0, 30).ArrayOf(40)
            select wait.Zip(length).ToArray();

        Prop.ForAll(rows.ToArbitrary(), drawn =>
        {
            (long[] starts, long[] ends) = SpansOf(drawn);
            ISplit[] splits = [Split.WalkForward(4, embargo: 2), Split.WalkForward(3, window: 9), Split.TrainTest(0.4), Split.PurgedKFold(5, embargo: 3)];
            foreach (Fold fold in splits.SelectMany(split => split.Divide(starts, ends)))
            {
                foreach (int train in fold.Train.Span)
                {
                    foreach (int test in fold.Test.Span)
                        Assert.False(starts[train] <= ends[test] && ends[train] >= starts[test], $"{fold}: row {train} touches row {test}");
                }
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Falling_starts_are_refused_by_row()
    {
        var error = Assert.Throws<ArgumentException>(() => Split.TrainTest().Divide([5, 4], [6, 6]));
        Assert.Contains("row 1 starts at 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_known_before_it_is_decided_is_refused() =>
        Assert.Throws<ArgumentException>(() => Split.TrainTest().Divide([5, 6], [6, 5]));

    [Fact]
    public void Too_few_rows_are_refused() => Assert.Throws<ArgumentException>(() => Split.WalkForward(5).Divide([1, 2], [1, 2]));

    private static (long[] Starts, long[] Ends) SpansOf((int Wait, int Length)[] rows)
    {
        long time = 0;
        long[] starts = [.. rows.Select(row => time += row.Wait)];
        return (starts, [.. rows.Select((row, i) => starts[i] + row.Length)]);
    }
}
