using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public class UndefinedFigureTests
{
    [Theory]
    [InlineData("Win rate", "there was no trade")]
    [InlineData("Calmar ratio", "equity was never below a peak")]
    [InlineData("Sharpe ratio", "the returns never changed")]
    [InlineData("Costs of turnover", "nothing was traded")]
    [InlineData("Annual return", "the run has 2.5 days, and annual returns need 30")]
    public void A_run_without_trades_says_why_each_figure_is_undefined(string name, string reason)
    {
        PerformanceSummary summary = Backtest.Run(Hours(60), new SmaCross(50, 100), Market.Free).Performance;
        Assert.Equal(reason, summary.Figures.Named(name).Reason);
        Assert.All(summary.Figures, f => Assert.Equal(double.IsNaN(f.Value), f.Reason is { Length: > 0 }));
    }

    [Fact]
    public void A_sweep_gives_the_reasons_of_the_engine()
    {
        CandleSeries candles = Hours(300);
        SweepTrial trial = Assert.Single(Sweep.Run(candles, [new SmaCross(3, 8)], Market.Free));
        PerformanceSummary run = Backtest.Run(candles, new SmaCross(3, 8), Market.Free).Performance;
        Assert.All(trial.Figures, f => Assert.Equal(run.Figure(f.Name).Reason, f.Reason));
        Assert.Contains(trial.Figures, f => f.Reason is not null);
    }

    [Theory]
    [InlineData(0.001, 0.0000097)]
    [InlineData(1, 0.5)]
    public void A_tick_above_every_price_is_refused(double tick, double price)
    {
        CandleSeries candles = MarketGenerator.Single(100, seed: 3);
        double scale = price / candles.High.ToArray().Max();
        var small = new CandleSeries(
            "TEST", candles.Timeframe, candles.OpenTimes.ToArray(), Times(candles.Open), Times(candles.High), Times(candles.Low), Times(candles.Close), candles.Volume.ToArray());
        BacktestOptions options = Market.Free with { Instruments = new Dictionary<string, Instrument> { ["TEST"] = Instrument.Default("TEST") with { TickSize = (decimal)tick } } };

        Assert.Contains($"The tick of TEST is {(decimal)tick}", Assert.Throws<ArgumentException>(() => Backtest.Run(small, new BuyAndHold(), options)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Sweep.Run(small, [new SmaCross(3, 8)], options));

        double[] Times(ReadOnlySpan<double> column)
        {
            double[] scaled = column.ToArray();
            for (int i = 0; i < scaled.Length; i++)
                scaled[i] *= scale;
            return scaled;
        }
    }

    private static CandleSeries Hours(int count) => new(
        "TEST", Timeframe.OneHour, Enumerable.Range(0, count).Select(i => UnixTime.FromDateTime(Market.Start.AddHours(i))).ToArray(),
        Closes(count, 0), Closes(count, 1), Closes(count, -1), Closes(count, 0), Closes(count, 0));

    private static double[] Closes(int count, double shift) => [.. Enumerable.Range(0, count).Select(i => 100 + i % 7 + shift)];
}
