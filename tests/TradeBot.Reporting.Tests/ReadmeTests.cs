using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests;

/// <summary>The example of the README, word for word.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_example_makes_a_report()
    {
        CandleSeries candles = Samples.Walk(500, Timeframe.OneHour);
        double[] equity = [.. candles.Close.ToArray().Select(price => 100 * price)];
        double[] drawdown = [.. equity.Select((value, i) => value / equity[..(i + 1)].Max() - 1)];

        Chart chart = Chart.Line(candles, equity, "Equity").WithTitle("Buy and hold").WithYAxis("Equity", "USDT")
            .WithPanelBelow(Chart.Area(candles, drawdown, "Drawdown").WithYAxis("Drawdown", percent: true));

        Table worst = Table.Of(drawdown.Select((value, i) => (Time: candles.OpenTimeAt(i), Drawdown: value)).OrderBy(p => p.Drawdown))
            .Column("Time", p => p.Time, unit: "UTC")
            .Column("Drawdown", p => p.Drawdown, ValueFormat.Percent())
            .Build()
            .Head(5);

        Report report = Report.Titled("Buy and hold")
            .Fact("Data", candles.ToString())
            .Section("Equity").Chart(chart)
            .Section("Worst hours").Table(worst);

        Assert.Contains("5 of 500 rows shown.", report.ToText(), StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", report.ToHtml(), StringComparison.Ordinal);
    }
}
