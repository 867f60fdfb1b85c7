using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Charts;

public class ChartTextTests
{
    [Fact]
    public void Says_axes_ends_and_extremes()
    {
        string text = Chart.Line(Samples.Days(4), new[] { 10, 8, double.NaN, 12.5 }, "Equity")
            .WithTitle("EMA cross").WithYAxis("Equity", "USDT").ToText();

        Assert.Equal(
            """
            EMA cross
            Horizontal axis: Time, 2024-03-01 00:00 to 2024-03-04 00:00 UTC
            Vertical axis: Equity (USDT)
              Equity: 4 points, 1 unknown, first 10, last 12.5, lowest 8 at 2024-03-02 00:00, highest 12.5 at 2024-03-04 00:00
              ▄▁ █

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Fractions_are_said_as_percentages() =>
        Assert.Contains("lowest -25.00%", Chart.Line(new[] { 0, -0.25 }).WithYAxis("Drawdown", percent: true).ToText(), StringComparison.Ordinal);

    [Fact]
    public void A_heat_map_names_its_best_and_worst_cell() =>
        Assert.Contains("Sharpe: 3 by 2 cells, 1 unknown, lowest -0.3 at 10 and 50, highest 1.2 at 5 and 50", Gallery.Charts["heat map"].ToText(), StringComparison.Ordinal);

    [Fact]
    public void Candles_say_their_period_and_gaps()
    {
        string text = Gallery.Charts["candles"].ToText();

        Assert.Contains("BTCUSDT 1h, 117 candles, 2024-03-01 00:00 to 2024-03-06 00:00 UTC: first open 100", text, StringComparison.Ordinal);
        Assert.Contains("Shaded 1 time: No data", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_known_is_said_to_be_unknown() =>
        Assert.Contains("2 points, none known", Chart.Line(new[] { double.NaN, double.NaN }).ToText(), StringComparison.Ordinal);

    [Fact]
    public void A_sparkline_averages_what_does_not_fit() =>
        // Means of the halves are 1.5 and 3.5.
        Assert.Equal("▁█", Sparkline.Of([1, 2, 3, 4], width: 2));
}
