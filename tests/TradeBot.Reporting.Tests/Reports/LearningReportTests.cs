using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;

namespace TradeBot.Reporting.Tests.Reports;

public class LearningReportTests
{
    private static readonly Dataset Data = MakeData();

    [Fact]
    public void A_data_set_shows_its_size_its_first_rows_and_the_target()
    {
        Report report = DatasetReport.Create(Data);

        string text = report.ToText();
        Assert.Contains("Rows: 400 (given without candles)", text, StringComparison.Ordinal);
        Assert.Contains("8 of 400 rows shown.", text, StringComparison.Ordinal);
        Assert.Contains("Decided (UTC)", text, StringComparison.Ordinal);
        Assert.Contains(Data.ContentHash, text.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_target_is_two_named_bars()
    {
        Chart chart = DatasetReport.Target(Data);

        var bars = (HorizontalBarSeries)Assert.Single(chart.Panels[0].Series);
        double ones = Data.Target.ToArray().Sum();
        Assert.Equal([ones, 400 - ones], bars.X.ToArray());
        Assert.Equal([$"1, {ValueFormat.Percent(1).Format(ones / 400)}", $"0, {ValueFormat.Percent(1).Format(1 - ones / 400)}"], chart.Panels[0].YAxis.Categories);
    }

    [Fact]
    public void A_target_of_few_classes_has_a_bar_for_each_and_one_of_numbers_a_histogram()
    {
        double[] column = [.. Enumerable.Range(0, 30).Select(i => (double)i)];
        var classes = Dataset.FromColumns(["x"], [column], [.. column.Select(i => i % 3 - 1)]);
        var numbers = Dataset.FromColumns(["x"], [column], [.. column.Select(i => i / 7)]);

        Assert.Equal(["1, 33.3%", "0, 33.3%", "-1, 33.3%"], DatasetReport.Target(classes).Panels[0].YAxis.Categories);
        Assert.IsType<BarSeries>(Assert.Single(DatasetReport.Target(numbers).Panels[0].Series));
    }

    [Fact]
    public void Directions_are_named()
    {
        Dataset data = Dataset.From(Samples.Walk(400, Timeframe.OneHour), Features.Pipeline(f => [f.Return(1)]), Label.Parse("direction(forward-return(5))"));

        Assert.Equal(["1: up", "0: not up"], DatasetReport.Target(data).Panels[0].YAxis.Categories.Select(name => name.Split(',')[0]));
    }

    [Fact]
    public async Task A_fold_of_one_class_says_why_it_has_no_AUC()
    {
        double[] column = [.. Enumerable.Range(0, 90).Select(i => (double)(i % 7))], target = [.. Enumerable.Range(0, 90).Select(i => i < 60 ? i % 2 : 1.0)];
        Evaluation evaluation = (await Models.CompareAsync(Dataset.FromColumns(["x"], [column], target), Split.WalkForward(folds: 2), [new Logistic()], seed: 7))[0];

        Assert.Contains("AUC n/a: needs test rows of both classes, 0 and 1.", EvaluationReport.Create(evaluation).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_stand_in_order_of_their_AUC()
    {
        ModelComparison evaluations = await Models.CompareAsync(Data, Split.WalkForward(folds: 3), [new Logistic { C = 1e-6 }, new Logistic { C = 10 }], seed: 7);

        string text = EvaluationReport.Compare(evaluations).ToText();

        string[] ranked = [.. evaluations.OrderByDescending(e => e.Scores.Auc).ThenBy(e => e.Trainer).Select(e => e.Trainer)];
        Assert.True(text.IndexOf(ranked[0], StringComparison.Ordinal) < text.IndexOf(ranked[1], StringComparison.Ordinal));
        Assert.Contains(ValueFormat.Number(4).Format(evaluations[0].Scores.Auc), text, StringComparison.Ordinal);
        Assert.Contains("There is no evaluation.", EvaluationReport.Compare([]).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_method_shows_its_scores_and_every_fold()
    {
        Evaluation evaluation = (await Models.CompareAsync(Data, Split.WalkForward(folds: 3), [new Logistic()], seed: 7))[0];

        Report report = EvaluationReport.Create(evaluation);

        string text = report.ToText();
        Assert.Contains($"AUC: {ValueFormat.Number(4).Format(evaluation.Scores.Auc)} (0.5 = random)", text, StringComparison.Ordinal);
        Assert.All(evaluation.Folds, fold => Assert.Contains(ValueFormat.Number(4).Format(fold.Scores.LogLoss), text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_leak_is_shown_with_what_changed()
    {
        var leak = new LeakageReport
        {
            Streamed = ["a"], Sampled = ["a", "label"], SampledRows = [3, 5], FindingCount = 12,
            Findings = [new LeakageFinding(3, Samples.Start, "a<b>", default, 1.5, 2.5)],
        };

        Report report = DatasetReport.Leakage(leak);

        Assert.Contains("Result: looks ahead", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("1 of 12 findings shown.", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("a&lt;b&gt;", report.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("Result: clean", DatasetReport.Leakage(leak with { Findings = [], FindingCount = 0 }).ToText(), StringComparison.Ordinal);
    }

    private static Dataset MakeData()
    {
        var random = new Random(5);
        double[] signal = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() - 0.5)];
        double[] noise = [.. signal.Select(_ => random.NextDouble())];
        double[] target = [.. signal.Select(s => s + 0.4 * (random.NextDouble() - 0.5) > 0 ? 1.0 : 0.0)];
        return Dataset.FromColumns(["signal", "noise"], [signal, noise], target);
    }
}
