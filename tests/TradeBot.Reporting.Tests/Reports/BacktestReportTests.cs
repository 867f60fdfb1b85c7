using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Reporting.Tests.Reports;

public class BacktestReportTests
{
    private static readonly CandleSeries Candles = Samples.Walk(2000, Timeframe.OneHour, "BTC<USDT>", 700, 701, 702);
    private static readonly BacktestResult Run = Backtest.Run(Candles, new SmaCross(5, 20));

    [Fact]
    public void The_conditions_say_what_on_which_data_at_what_cost_and_after_how_many_trials()
    {
        IDocument page = new HtmlParser().ParseDocument(BacktestReport.Create(Run).ToHtml());
        var facts = page.QuerySelectorAll("dl.tb-facts > div").ToDictionary(
            d => d.QuerySelector("dt")!.TextContent, d => string.Join(' ', d.QuerySelectorAll("dd").Select(v => v.TextContent)));

        Assert.StartsWith("SMA cross 5/20", facts["Tested"], StringComparison.Ordinal);
        Assert.Contains("taker fee 5.5 bp, slippage 1 bp", facts["Tested"], StringComparison.Ordinal);
        Assert.Contains("1,997 candles, 1 gap (3 candles missing)", facts["Data"], StringComparison.Ordinal);
        Assert.DoesNotContain(Candles.ContentHash[..12], facts["Data"], StringComparison.Ordinal);
        Assert.StartsWith("unknown", facts["Trials counted"], StringComparison.Ordinal);
        Assert.StartsWith(ValueFormat.Number(2).Format(Run.Costs.Total), facts["Costs paid"], StringComparison.Ordinal);
        Assert.Contains("if this was the only trial", facts["Better than chance"], StringComparison.Ordinal);
        Assert.StartsWith("unknown", facts["Holdout"], StringComparison.Ordinal);
        Assert.StartsWith("none", facts["Ambiguous exits"], StringComparison.Ordinal);
        Assert.StartsWith("none", facts["Refused"], StringComparison.Ordinal);
        Assert.Equal("h1", page.QuerySelector("main")!.FirstElementChild!.LocalName);
    }

    [Fact]
    public void The_verdict_comes_first_then_six_named_figures_then_the_equity_curve_and_hashes_last()
    {
        IDocument page = new HtmlParser().ParseDocument(BacktestReport.Create(Run).ToHtml());
        IElement[] parts = [.. page.QuerySelector("main")!.Children];

        Assert.Equal(["h1", "p", "dl", "figure"], parts.Take(4).Select(part => part.LocalName));
        Assert.Contains("after costs; buying and holding", parts[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Return after costs", "Sharpe ratio, annualised", "Maximum drawdown", "Better than chance", "Trades", "Costs paid"],
            parts[2].QuerySelectorAll("dt").Select(name => name.TextContent));
        Assert.Contains("2024-03-01 to 2024-05-23", parts[2].TextContent, StringComparison.Ordinal);
        Assert.Equal("Equity, drawdown and exposure", parts[3].QuerySelector("title")!.TextContent);
        int manifest = Array.FindIndex(parts, part => part.TextContent == "Manifest");
        Assert.All(parts.Take(manifest), part => Assert.DoesNotContain("SHA-256", part.TextContent, StringComparison.Ordinal));
        Assert.True(manifest > 4);
    }

    [Theory]
    [InlineData(28 * 24, "28 days")]
    [InlineData(9 * 24, "9 days")]
    [InlineData(100 * 24, "100 days")]
    public void A_short_record_is_said_at_each_figure_that_rests_on_it(int hours, string sample)
    {
        string text = BacktestReport.Create(Backtest.Run(Samples.Walk(hours, Timeframe.OneHour), new SmaCross(5, 20))).ToText();

        string[] lines = text.Split('\n');
        Assert.Contains($"a rough guide: computed from {sample}", lines.First(l => l.StartsWith("Sharpe ratio, annualised:", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains($"a rough guide: computed from {sample}", lines.First(l => l.StartsWith("Better than chance:", StringComparison.Ordinal)), StringComparison.Ordinal);
        foreach (string figure in (string[])["Volatility", "Sortino ratio", "Value at risk", "Beta"])
            Assert.Contains($"a rough guide: computed from {sample}", lines.First(l => l.StartsWith(figure + "  ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("too few to distinguish this from luck.", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_record_with_many_trades_carries_no_such_warning()
    {
        BacktestResult run = Backtest.Run(Samples.Walk(400 * 24, Timeframe.OneHour), new SmaCross(5, 20));
        string text = BacktestReport.Create(run).ToText();

        Assert.True(run.Trades.Count > 30);
        Assert.DoesNotContain("a rough guide", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_that_is_not_available_gives_its_reason()
    {
        BacktestResult[] runs =
        [
            Backtest.Run(Samples.Walk(30, Timeframe.OneHour), new SmaCross(50, 100)), Backtest.Run(Samples.Walk(30, Timeframe.OneHour), new BuyAndHold()),
            Backtest.Run(Samples.Walk(900, Timeframe.OneHour), new BuyAndHold()), Run,
        ];
        foreach (BacktestResult run in runs)
        {
            var notes = FigureNotes.Of(BacktestRecord.Of(run));
            Assert.All(run.Performance.Figures.Where(f => double.IsNaN(f.Value)), figure => Assert.NotEmpty(notes.Of(figure)));
            IDocument page = new HtmlParser().ParseDocument(BacktestReport.Create(run).ToHtml());
            foreach (IElement fact in page.QuerySelectorAll(".tb-facts > div").Where(f => f.QuerySelector("dd")!.TextContent.Contains("n/a", StringComparison.Ordinal)))
                Assert.NotEmpty(fact.QuerySelector("dd.note")!.TextContent);
            foreach (IElement row in page.QuerySelectorAll("tr").Where(r => r.Children.Length > 4 && r.Children[0].TextContent is ("Win rate" or "Profit factor") && r.Children[1].TextContent == "n/a"))
                Assert.Equal("there was no trade", row.Children[3].TextContent);
        }
    }

    [Theory]
    [InlineData("Win rate", "there was no trade")]
    [InlineData("Average win", "there was no trade")]
    [InlineData("Calmar ratio", "equity was never below a peak")]
    [InlineData("Costs of turnover", "nothing was traded")]
    public void A_run_without_trades_gives_the_reason_of_each_figure(string name, string reason)
    {
        BacktestRecord run = BacktestRecord.Of(Backtest.Run(Candles.Slice(0, 60), new SmaCross(50, 100)));
        PerformanceFigure figure = run.Figures.Named(name);

        Assert.Equal(double.NaN, figure.Value);
        Assert.Equal(reason, FigureNotes.Of(run).Of(figure));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(300)]
    [InlineData(700)]
    public void A_reason_stands_beside_the_value_not_in_it(int hours)
    {
        Table figures = PerformanceReport.Figures(Backtest.Run(Samples.Walk(hours, Timeframe.OneHour), new SmaCross(5, 20)).Performance);
        int value = Array.FindIndex([.. figures.Columns], column => column.Name == "Value"), note = Array.FindIndex([.. figures.Columns], column => column.Name == "Note");
        string[][] unknown = [.. figures.Texts().Where(row => row[value].Contains(ValueFormat.Unknown, StringComparison.Ordinal))];

        Assert.Contains(unknown, row => row[0] == "Annual return" && row[note].EndsWith("and annual returns need 30", StringComparison.Ordinal));
        Assert.All(unknown, row => Assert.Equal(ValueFormat.Unknown, row[value].Trim('\u2007', '\u2008')));
        Assert.All(unknown, row => Assert.NotEmpty(row[note]));
    }

    [Fact]
    public void A_tear_sheet_gives_the_reasons_too()
    {
        string text = PerformanceReport.Create(Backtest.Run(Candles.Slice(0, 60), new SmaCross(50, 100)).Performance).ToText();

        Assert.Contains("Sharpe ratio, annualised: n/a (the returns never changed)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_stands_in_the_table_with_its_definition()
    {
        IDocument page = new HtmlParser().ParseDocument(BacktestReport.Create(Run).ToHtml());

        string[] cells = [.. page.QuerySelectorAll("td").Select(c => c.TextContent)];
        foreach (PerformanceFigure figure in Run.Performance.Figures)
        {
            Assert.Contains(figure.Name, cells);
            Assert.Contains(figure.Definition, cells);
        }

        Assert.Contains(Run.Manifest.ResultHash, cells);
    }

    [Fact]
    public void Guesses_inside_candles_and_refusals_stand_on_the_first_screen()
    {
        IStrategy guarded = Strategy.Rule().Long(when: Expressions.Close > 0).Stop(0.002 * Expressions.Close).TakeProfit(0.002 * Expressions.Close).Build();
        var limits = new BacktestOptions { Risk = new RiskPolicy { MaxDailyLoss = 0.005 } };
        BacktestResult run = Backtest.Run(Candles, guarded, limits);
        string text = BacktestReport.Summary(run).ToText();

        Assert.NotEmpty(run.Ambiguity.Exits);
        Assert.Contains($"Ambiguous exits: {ValueFormat.Integer.Format(run.Ambiguity.Exits.Count)} ", text, StringComparison.Ordinal);
        Assert.Contains($"return {ValueFormat.Percent().Format(run.Ambiguity.PessimisticFinal / 10_000 - 1)} in the worst case", text, StringComparison.Ordinal);
        Assert.NotEmpty(run.Refusals);
        Assert.Contains("first: " + run.Refusals[0].Reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_stand_in_a_row_for_each_year()
    {
        Table months = PerformanceReport.Months(Run.Performance);

        // The candles run from March to May 2024.
        Assert.Equal(["Year", "Mar", "Apr", "May", "Total"], months.Columns.Select(c => c.Name));
        IReadOnlyList<object?> year = Assert.Single(months.Rows);
        Assert.Equal([Run.Performance.Months[0].Return, Run.Performance.Months[1].Return, Run.Performance.Months[2].Return], year.Skip(1).Take(3).Cast<double>());
        Assert.Equal(Run.Performance.TotalReturn, (double)year[4]!, 1e-12);
    }

    [Fact]
    public void Excursions_are_drawn_won_and_lost_apart()
    {
        Chart chart = BacktestCharts.Excursions(BacktestRecord.Of(Run));
        Assert.Equal(["Won", "Lost"], chart.Panels[0].Series.Select(s => s.Name));
        Assert.Equal(Run.Trades.Where(t => t.Profit > 0).Select(t => t.AdverseExcursion), ((ScatterSeries)chart.Panels[0].Series[0]).X.ToArray());
    }

    [Fact]
    public void Trades_come_worst_first()
    {
        string text = BacktestReport.Create(Run).ToText();
        Trade worst = Run.Trades.MinBy(t => t.Return)!;

        string table = text[text.IndexOf("The worst trades", StringComparison.Ordinal)..];
        Assert.Contains(ValueFormat.Percent().Format(worst.Return), table.Split('\n')[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Doubtful_conditions_are_said_aloud()
    {
        var kind = new BacktestOptions { Fees = new FeeSchedule(0m, 0m), Slippage = Slippage.None };

        string text = BacktestReport.Summary(Backtest.Run(Candles, new BuyAndHold(), kind)).ToText();

        Assert.Contains("Warning: No fee was charged.", text, StringComparison.Ordinal);
        Assert.Contains("Warning: No slippage was charged", text, StringComparison.Ordinal);
        Assert.Contains("1 trade and 84 days are too few to distinguish this from luck.", text, StringComparison.Ordinal);
        Assert.Contains("won; a rough guide: computed from 1 trade", text, StringComparison.Ordinal);
        Assert.Contains("Warning: A position was still open", text, StringComparison.Ordinal);
        Assert.Contains("lacks 3 candles in 1 gap", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_trades_says_so()
    {
        string text = BacktestReport.Create(Backtest.Run(Candles.Slice(0, 30), new SmaCross(50, 100))).ToText();

        Assert.Contains("There was no trade.", text, StringComparison.Ordinal);
        Assert.Contains("\nTrades: 0 (there was no trade)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("n/a won", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_gives_the_same_page() => Assert.Equal(
        BacktestReport.Create(Run).ToHtml(),
        BacktestReport.Create(Backtest.Run(Candles, new SmaCross(5, 20))).ToHtml());

    [Fact]
    public void The_trials_of_a_study_are_counted_in_the_report_on_its_best()
    {
        StudyResult study = StudySamples.Study(Candles);

        string text = BacktestReport.Create(Run, study.Verdict()).ToText();

        Assert.Contains($"Trials counted: {study.TrialCount} ", text, StringComparison.Ordinal);
        Assert.Contains($"The best of {study.TrialCount} trials is ", text.Split('\n')[2], StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", text.Split('\n').First(l => l.StartsWith("Trials counted", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_equity_chart_keeps_equity_drawdown_and_exposure_in_three_panels_and_shades_gaps()
    {
        Chart chart = BacktestCharts.Equity(Run);

        Assert.Equal(["Equity (quote currency)", "Drawdown", "Exposure"], chart.Panels.Select(p => p.YAxis.Caption));
        Assert.Equal(Run.Equity.Values.ToArray(), ((LineSeries)chart.Panels[0].Series[0]).Y.ToArray());
        ShadedRegion gap = Assert.Single(chart.Regions);
        Assert.Equal(UnixTime.FromDateTime(Samples.Start.AddHours(700)), gap.From);
        Assert.Equal(UnixTime.FromDateTime(Samples.Start.AddHours(703)), gap.To);
    }
}
