namespace TradeBot.Statistics.Tests;

public class HaircutSharpeTests
{
    [Fact]
    public void Haircuts_by_hand()
    {
        // t = 0.2·√100 = 2; with 99 degrees of freedom the two-sided p is 0.04824. Ten tests by Bonferroni: 0.4824, of which t is 0.7053.
        var bonferroni = HaircutSharpe.Bonferroni(0.2, 100, 10);
        Assert.Equal(0.04824, bonferroni.PValue, 0.00001);
        Assert.Equal(0.4824, bonferroni.AdjustedPValue, 0.0001);
        Assert.Equal(0.0705, bonferroni.AdjustedSharpe, 0.0001);
        Assert.Equal(1 - 0.0705 / 0.2, bonferroni.Haircut, 0.001);
        Assert.Equal(1 - Math.Pow(1 - 0.04824, 10), HaircutSharpe.Sidak(0.2, 100, 10).AdjustedPValue, 0.0001);

        // Holm: the smallest p times 3, the next times 2, the last times 1, never falling. BHY: p·3·(1 + 1/2 + 1/3)/rank, never rising downwards.
        double[] ratios = [0.1, 0.3, 0.2], p = [.. ratios.Select(r => HaircutSharpe.Bonferroni(r, 100, 1).PValue)];
        Assert.Equal([Math.Min(1, p[0]), 3 * p[1], 2 * p[2]], HaircutSharpe.Holm(ratios, 100).Select(h => h.AdjustedPValue).ToArray(), Near);
        double harmonic = 11 / 6.0;
        Assert.Equal([p[0] * harmonic, 3 * p[1] * harmonic, 1.5 * p[2] * harmonic], HaircutSharpe.FalseDiscovery(ratios, 100).Select(h => h.AdjustedPValue).ToArray(), Near);
        Assert.Equal(1, HaircutSharpe.Bonferroni(0.01, 100, 1000).Haircut);
        Assert.Equal(double.NaN, HaircutSharpe.Bonferroni(-0.1, 100, 10).Haircut);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
