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
    public void The_first_screen_says_what_on_which_data_at_what_cost_and_how_likely_luck_is()
    {
        IDocument page = new HtmlParser().ParseDocument(BacktestReport.Create(Run).ToHtml());
        var facts = page.QuerySelectorAll("dl.tb-facts > div").ToDictionary(
            d => d.QuerySelector("dt")!.TextContent, d => string.Join(' ', d.QuerySelectorAll("dd").Select(v => v.TextContent)));

        Assert.StartsWith("SMA cross 5/20", facts["Tested"], StringComparison.Ordinal);
        Assert.Contains("taker fee 5.5 bp, slippage 1 bp", facts["Tested"], StringComparison.Ordinal);
        Assert.Contains("1,997 candles, 1 gap (3 candles missing)", facts["Data"], StringComparison.Ordinal);
        Assert.Contains(Candles.ContentHash[..12], facts["Data"], StringComparison.Ordinal);
        Assert.StartsWith("unknown", facts["Trials behind it"], StringComparison.Ordinal);
        Assert.StartsWith(ValueFormat.Number(2).Format(Run.Costs.Total), facts["Costs paid"], StringComparison.Ordinal);
        Assert.Contains("if this was the only trial", facts["Better than chance"], StringComparison.Ordinal);
        Assert.StartsWith("unknown", facts["Holdout"], StringComparison.Ordinal);
        Assert.StartsWith("none", facts["Guessed exits"], StringComparison.Ordinal);
        Assert.StartsWith("none", facts["Refused"], StringComparison.Ordinal);
        Assert.Equal("h1", page.QuerySelector("main")!.FirstElementChild!.LocalName);
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
        Assert.Contains($"Guessed exits: {ValueFormat.Integer.Format(run.Ambiguity.Exits.Count)} ", text, StringComparison.Ordinal);
        Assert.Contains($"return {ValueFormat.Percent().Format(run.Ambiguity.PessimisticFinal / 10_000 - 1)} on the harshest path", text, StringComparison.Ordinal);
        Assert.NotEmpty(run.Refusals);
        Assert.Contains("first: " + run.Refusals[0].Reason, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_stand_in_a_row_for_each_year()
    {
        Table months = PerformanceReport.Months(Run.Performance);

        // The candles run from March to May 2024.
        Assert.Equal(["Year", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Whole"], months.Columns.Select(c => c.Name));
        IReadOnlyList<object?> year = Assert.Single(months.Rows);
        Assert.Equal([Run.Performance.Months[0].Return, Run.Performance.Months[1].Return, Run.Performance.Months[2].Return], year.Skip(3).Take(3).Cast<double>());
        Assert.Null(year[1]);
        Assert.Equal(Run.Performance.TotalReturn, (double)year[13]!, 1e-12);
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
        Assert.Contains("Warning: The figures rest on only 1 trade: they say little.", text, StringComparison.Ordinal);
        Assert.Contains("Warning: A position was still open", text, StringComparison.Ordinal);
        Assert.Contains("lacks 3 candles in 1 gap", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_trades_says_so()
    {
        string text = BacktestReport.Create(Backtest.Run(Candles.Slice(0, 30), new SmaCross(50, 100))).ToText();

        Assert.Contains("There was no trade.", text, StringComparison.Ordinal);
        Assert.Contains("n/a won", text, StringComparison.Ordinal);
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

        Assert.Contains($"Trials behind it: {study.TrialCount} ", text, StringComparison.Ordinal);
        Assert.Contains(study.Verdict().Sentence, text, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", text.Split('\n').First(l => l.StartsWith("Trials behind", StringComparison.Ordinal)), StringComparison.Ordinal);
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
