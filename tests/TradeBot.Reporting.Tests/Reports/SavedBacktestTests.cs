using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Reporting.Tests.Reports;

public sealed class SavedBacktestTests : IDisposable
{
    private static readonly CandleSeries Candles = Samples.Walk(2000, Timeframe.OneHour, "BTCUSDT", 700, 701);
    private static readonly BacktestResult Run = Backtest.Run(
        Candles,
        Strategy.Rule().Long(when: Expressions.Close > 0).Stop(0.002 * Expressions.Close).TakeProfit(0.002 * Expressions.Close).Build(),
        new BacktestOptions { Risk = new RiskPolicy { MaxDailyLoss = 0.005 } });

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    public void The_report_of_what_was_saved_is_that_of_the_run(ExportFormat format)
    {
        Run.Export(_folder, format);

        BacktestRecord saved = BacktestRecord.Read(_folder).WithCandles([Candles]);

        Assert.NotEmpty(Run.Refusals);
        Assert.NotEmpty(Run.Ambiguity.Exits);
        Assert.Equal(BacktestReport.Create(Run).ToHtml(), BacktestReport.Create(saved).ToHtml());
    }

    [Fact]
    public void Without_the_candles_the_rest_is_still_told()
    {
        Run.Export(_folder);

        BacktestRecord saved = BacktestRecord.Read(_folder).WithCandles([Samples.Walk(2000, Timeframe.OneHour)]);

        Assert.Empty(saved.Series);
        Assert.DoesNotContain("Holding BTCUSDT", BacktestReport.Create(saved).ToText(), StringComparison.Ordinal);
        Assert.Equal(Run.Performance.Sharpe, saved["Sharpe ratio"]);
        Assert.Equal(double.NaN, saved["no such figure"]);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    public void Reasons_of_exits_and_of_no_trade_are_read_back(ExportFormat format)
    {
        BacktestResult run = Backtest.Run(
            Candles, Strategy.Rule().Long(when: Expressions.Close > 0).Stop(0.02 * Expressions.Close).TakeProfit(0.02 * Expressions.Close).Build());
        run.Export(_folder, format);
        BacktestRecord saved = BacktestRecord.Read(_folder);
        BacktestResult idle = Backtest.Run(Candles, Strategy.Parse("parameters:\n  level: 99.9\nlong: rsi(14) > level\n"));
        idle.Export(_folder, format);
        BacktestRecord none = BacktestRecord.Read(_folder);

        Assert.Contains(saved.Trades, t => t.ExitReason == ExitReason.Stop);
        Assert.Contains(saved.Trades, t => t.ExitReason == ExitReason.Target);
        Assert.Equal(run.Trades.Select(t => t.ExitReason), saved.Trades.Select(t => t.ExitReason));
        Assert.Equal(idle.NoTradeReasons, none.NoTradeReasons);
        Assert.Equal(99.9, none.Manifest.Parameters["level"]);
        Assert.Contains("rsi(14) > level was never true", BacktestReport.Create(none).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_an_export_says_what_is_expected()
    {
        var error = Assert.Throws<FileNotFoundException>(() => BacktestRecord.Read(_folder));

        Assert.Contains("has no saved backtest: expected manifest.json next to tables, or result.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_gone_is_named()
    {
        Run.Export(_folder);
        File.Delete(Path.Combine(_folder, "fills.csv"));

        Assert.Contains("fills.csv' is missing", Assert.Throws<FileNotFoundException>(() => BacktestRecord.Read(_folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("months.csv", "year,month,return\n2024,March,0.1\n", "row 1, month: expected a whole number, found \"March\"")]
    [InlineData("months.csv", "year,month\n2024,3\n", "expected a column 'return', found year, month")]
    [InlineData("months.csv", "year,month,return\n2024,3\n", "row 1: expected 3 fields, found 2")]
    [InlineData("months.csv", "", "expected the names of columns")]
    [InlineData("refusals.csv", "time,symbol,reason\nnever,BTCUSDT,x\n", "row 1, time: expected a UTC time")]
    [InlineData("figures.csv", "name,value,unit,definition,source\nTurnover,1,furlong,,\n", "row 1, unit: expected one of Fraction")]
    [InlineData("manifest.json", "{", "expected the manifest of a run")]
    [InlineData("manifest.json", "{}", "expected the manifest of a run")]
    [InlineData("manifest.json", "{\"engineVersion\":\"0.1.0\",\"options\":{}}", "manifest.json: TradeBot 0.1.0 saved this backtest before runs were data")]
    public void A_fault_names_file_row_and_expectation(string file, string content, string expected)
    {
        Run.Export(_folder);
        File.WriteAllText(Path.Combine(_folder, file), content);

        var error = Assert.Throws<InvalidDataException>(() => BacktestRecord.Read(_folder));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"manifest\":{\"data\":[],\"options\":{\"cash\":\"1\"}}}")]
    public void A_file_that_is_no_result_says_so(string content)
    {
        string file = Path.Combine(_folder, "result.json");
        File.WriteAllText(file, content);

        Assert.Contains(file, Assert.Throws<InvalidDataException>(() => BacktestRecord.Read(file)).Message, StringComparison.Ordinal);
    }
}
