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
        Assert.Contains("Rows: 400 (1970-01-01 to 1970-01-01)", text, StringComparison.Ordinal);
        Assert.Contains("8 of 400 rows shown.", text, StringComparison.Ordinal);
        Assert.Contains("Decided (UTC)", text, StringComparison.Ordinal);
        Assert.Contains("Target: 2 points", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_stand_in_order_of_their_AUC()
    {
        Evaluation[] evaluations = await Models.CompareAsync(Data, Split.WalkForward(folds: 3), [new Logistic { C = 1e-6 }, new Logistic { C = 10 }], seed: 7);

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
        Assert.Contains($"AUC: {ValueFormat.Number(4).Format(evaluation.Scores.Auc)} (0.5 is no skill)", text, StringComparison.Ordinal);
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
