using TradeBot.Indicators.Momentum;

namespace TradeBot.Indicators.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_readme_runs()
    {
        double[] closes = [10, 13, 12, 12, 13];
        double[] rsi = new double[closes.Length];
        Rsi.Compute(closes, period: 2, rsi);

        var live = new Rsi(period: 2);
        foreach (double close in closes)
            live.Update(close);
        Rsi preview = live;
        double ifItClosedHere = preview.Update(14);

        Assert.Equal([double.NaN, double.NaN, 75, 75, 87.5], rsi);
        Assert.Equal(ifItClosedHere, live.Update(14));
    }
}
