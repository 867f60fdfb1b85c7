using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Reporting.Tests.Reports;

public class StudyReportTests
{
    private static readonly CandleSeries Candles = Samples.Walk(2000, Timeframe.OneHour);
    private static readonly StudyResult Study = StudySamples.Study(Candles);

    [Fact]
    public void Says_how_many_trials_were_made_and_what_the_verdict_is()
    {
        string text = StudyReport.Create(Study).ToText();

        Assert.StartsWith("Study: <sma> cross\n", text, StringComparison.Ordinal);
        Assert.Contains("Tried: 12 trials (by grid, seed 7, over ", text, StringComparison.Ordinal);
        Assert.Contains("Trials counted: 12", text, StringComparison.Ordinal);
        Assert.Contains(Study.Verdict().Sentence, text, StringComparison.Ordinal);
        Assert.Contains("Warning: 1 of 12 trials failed; they count as trials.", text, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: bad pair", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_leaders_stand_in_order_with_their_parameters()
    {
        IDocument page = new HtmlParser().ParseDocument(StudyReport.Create(Study).ToHtml());

        IElement table = page.QuerySelectorAll("table").First(t => t.QuerySelector("caption")?.TextContent == "Best trials");
        string[] first = [.. table.QuerySelector("tbody tr")!.Children.Select(c => c.TextContent)];
        Trial best = Study.Best!;
        Assert.Equal(["1", best.Parameters["fast"].ToString(), best.Parameters["slow"].ToString(), $"{best.Number}"], [first[0], .. first[2..]]);
        Assert.StartsWith(ValueFormat.Significant(5).Format(best.Value), first[1], StringComparison.Ordinal);
        Assert.Equal(11, table.QuerySelectorAll("tbody tr").Length);
        Assert.Single(table.QuerySelectorAll("tbody tr > :nth-child(2)").Select(cell => cell.TextContent.Length - cell.TextContent.IndexOf('.', StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public void The_heat_map_has_a_cell_a_pair_and_an_empty_one_for_the_failed()
    {
        Chart chart = StudyCharts.Heatmap(Study.Heatmap("fast", "slow"));

        var cells = (HeatmapSeries)chart.Panels[0].Series[0];
        Assert.Equal((3, 4), (cells.Columns, cells.Rows));
        Assert.Equal(["20", "30", "40", "50"], chart.Panels[0].YAxis.Categories);
        Assert.True(double.IsNaN(cells.At(2, 0)));
        Assert.Equal(Study.Trials.First(t => t.Parameters["fast"] == 10 && t.Parameters["slow"] == 30).Value, cells.At(1, 1));
    }

    [Fact]
    public void The_best_so_far_never_falls()
    {
        var line = (LineSeries)StudyCharts.History(Study).Panels[0].Series[1];

        double[] best = line.Y.ToArray();
        Assert.Equal(best.Order(), best);
        Assert.Equal(Study.Best!.Value, best[^1]);
    }

    [Fact]
    public void Scattered_values_get_slices_instead_of_a_heat_map()
    {
        StudyResult random = Optimization.Study.Named("random", 3).Float("a", 0, 1).Float("b", 0, 1)
            .Maximize((double v) => v).Random(40, p => p["a"].ToDouble() - p["b"].ToDouble());

        string html = StudyReport.Create(random).ToHtml();

        Assert.DoesNotContain("Objective over two parameters", html, StringComparison.Ordinal);
        Assert.Contains("Objective over a", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_in_which_everything_failed_is_still_reported()
    {
        StudyResult failed = Optimization.Study.Named("failed", 3).Int("a", 1..3).Maximize((double v) => v)
            .Grid(_ => throw new InvalidOperationException("always"));

        Assert.Contains("3 of 3 trials failed", StudyReport.Create(failed).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_backtest_of_the_best_follows_with_the_trials_counted()
    {
        BacktestResult best = Backtest.Run(Candles, new SmaCross(Study.Best!.Parameters["fast"], Study.Best.Parameters["slow"]));

        string text = StudyReport.Create(Study, best).ToText();

        Assert.Contains("Backtest: SMA cross", text, StringComparison.Ordinal);
        string[] trials = [.. text.Split('\n').Where(line => line.StartsWith("Trials counted:", StringComparison.Ordinal))];
        string[] holdout = [.. text.Split('\n').Where(line => line.StartsWith("Holdout:", StringComparison.Ordinal))];
        Assert.Equal((2, 2), (trials.Length, holdout.Length));
        Assert.Equal(["Trials counted: 12 (all in this study; equivalent to about"], trials.Select(line => line[..line.LastIndexOf(" about ", StringComparison.Ordinal)] + " about").Distinct());
        Assert.Equal(["Holdout: not opened (no opening is on record)"], holdout.Distinct());
    }

    [Fact]
    public void A_page_on_a_study_and_its_best_knows_one_Sharpe_ratio_the_annualised()
    {
        BacktestResult best = Backtest.Run(Candles, new SmaCross(Study.Best!.Parameters["fast"], Study.Best.Parameters["slow"]));

        string text = StudyReport.Create(Study, best).ToText(), sharpe = ValueFormat.Number(2).Format(best.Performance.Sharpe);

        Assert.Contains($"an annualised Sharpe ratio of {sharpe}, where luck alone", text.Split('\n')[2], StringComparison.Ordinal);
        Assert.Contains($"\nSharpe ratio of the best, annualised: {sharpe} (", text, StringComparison.Ordinal);
        Assert.Contains($"\nSharpe ratio, annualised: {sharpe} (", text, StringComparison.Ordinal);
        Assert.Contains($"the best Sharpe ratio of {sharpe}, annualised", text, StringComparison.Ordinal);
        Assert.DoesNotContain("per observation", text, StringComparison.Ordinal);
        Assert.DoesNotContain(", per period", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_opened_holdout_is_the_same_in_both_parts()
    {
        StudyResult seen = Study with { HoldoutOpenings = [new("ab12", new DateTime(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc), "final check")], EarlierTrials = 5 };
        BacktestResult best = Backtest.Run(Candles, new SmaCross(Study.Best!.Parameters["fast"], Study.Best.Parameters["slow"]));

        string text = StudyReport.Create(seen, best).ToText();

        string[] lines = text.Split('\n');
        Assert.Single(lines.Where(line => line.StartsWith("Holdout: opened 1 time", StringComparison.Ordinal)).Distinct());
        Assert.Equal(2, lines.Count(line => line.StartsWith("Holdout:", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.StartsWith("Trials counted: 17 (12 in this study, 5 before it on the same data", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_equity_of_the_best_follows_the_figures_and_the_hash_stands_at_the_foot()
    {
        BacktestResult best = Backtest.Run(Candles, new SmaCross(Study.Best!.Parameters["fast"], Study.Best.Parameters["slow"]));

        IElement[] parts = [.. new HtmlParser().ParseDocument(StudyReport.Create(Study with { DataHash = Candles.ContentHash }, best).ToHtml()).QuerySelector("main")!.Children];

        Assert.Equal(["h1", "p", "dl", "figure"], parts.Take(4).Select(part => part.LocalName));
        Assert.Equal(6, parts[2].QuerySelectorAll("dt").Length);
        Assert.Equal("Equity, drawdown and exposure of the best trial", parts[3].QuerySelector("title")!.TextContent);
        Assert.Equal("tb-foot", parts[^1].ClassName);
        Assert.Contains(Candles.ContentHash, parts[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probability_that_is_not_available_gives_its_reason()
    {
        StudyResult silent = Optimization.Study.Named("silent", 3).Int("a", 1..3).Maximize((double v) => v).Grid(p => p["a"].ToDouble());

        string text = StudyReport.Create(silent).ToText();

        Assert.Contains("Better than luck: n/a (no returns of the best trial were kept)", text, StringComparison.Ordinal);
        Assert.Contains("Probability of overfitting: n/a (needs at least 2 trials with the same 32 or more periods; the best has 0)", text, StringComparison.Ordinal);
        Assert.Contains("Sharpe ratio of the best, per period: n/a (no returns", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_best_so_far_and_the_front_are_steps(bool maximises)
    {
        StudyResult study = maximises
            ? Optimization.Study.Named("front", 3).Float("size", 0, 1).Maximize((double v) => v).AndMinimize(v => v * v).Random(60, p => p["size"].ToDouble() - 0.5)
            : Optimization.Study.Named("front", 3).Float("size", 0, 1).Minimize((double v) => v).AndMinimize(v => 1 - v).Random(60, p => p["size"].ToDouble() - 0.5);

        Assert.Equal(LineShape.StepAfter, ((LineSeries)StudyCharts.History(study).Panels[0].Series[1]).Shape);
        Assert.Equal(maximises ? LineShape.StepBefore : LineShape.StepAfter, ((LineSeries)StudyCharts.Front(study).Panels[0].Series[1]).Shape);
    }

    [Fact]
    public void The_tests_of_luck_and_the_parameters_are_shown()
    {
        string text = StudyReport.Create(Study).ToText();

        Assert.Contains("Hansen's test for superior ability", text, StringComparison.Ordinal);
        Assert.Contains("After a correction for every independent trial, the best Sharpe ratio", text, StringComparison.Ordinal);
        Assert.Contains("Which parameters matter", text, StringComparison.Ordinal);
        Assert.Contains("Where the best tenth is", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_opened_holdout_is_shown_for_good()
    {
        StudyResult seen = Study with { HoldoutOpenings = [new("ab12", new DateTime(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc), "final check")] };

        Assert.Contains("The holdout of this data was opened 2026-01-05 12:00 UTC: final check.", StudyReport.Create(seen).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_conditional_space_and_two_objectives_are_reported()
    {
        StudyResult study = Optimization.Study.Named("front", 3).Choice("exit", "stop", "none")
            .When(p => p["exit"] == "stop", s => s.Float("distance", 1, 5)).Float("size", 0, 1)
            .Maximize((double v) => v).AndMinimize(v => v * v).Random(60, p => p["size"].ToDouble() - 0.5);

        string text = StudyReport.Create(study).ToText();

        Assert.Contains("Pareto front", text, StringComparison.Ordinal);
        Assert.Contains("Objective over distance", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contour_follows_the_trials()
    {
        StudyResult random = Optimization.Study.Named("slope", 3).Float("a", 0, 1).Float("b", 0, 1)
            .Maximize((double v) => v).Random(200, p => p["a"].ToDouble());
        var cells = (ContourSeries)StudyCharts.Contour(random, "a", "b").Panels[0].Series[0];

        Assert.InRange(cells.At(0, 12), 0, 0.15);
        Assert.InRange(cells.At(12, 12), 0.4, 0.6);
        Assert.InRange(cells.At(23, 12), 0.85, 1);
    }
}
