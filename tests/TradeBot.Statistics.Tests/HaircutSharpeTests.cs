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

    [Fact]
    public void A_ratio_that_survives_its_tests_keeps_most_of_itself()
    {
        // t = 0.5·√100 = 5: alone it loses nothing. By Šidák for 3 tests p is 1 − (1 − p)³, whose t is smaller.
        var alone = HaircutSharpe.Sidak(0.5, 100, 1);
        Assert.Equal((0.5, 0.0), (Math.Round(alone.AdjustedSharpe, 6), Math.Round(alone.Haircut, 6)));
        HaircutSharpe three = HaircutSharpe.Sidak(0.2, 100, 3), losing = HaircutSharpe.Sidak(-0.2, 100, 3);
        Assert.Equal(1 - Math.Pow(1 - three.PValue, 3), three.AdjustedPValue, 1e-12);
        Assert.Equal((three.PValue, three.AdjustedPValue, three.AdjustedSharpe), (losing.PValue, losing.AdjustedPValue, losing.AdjustedSharpe));
        Assert.InRange(three.AdjustedSharpe, 0.1, 0.2);
        Assert.Equal(0, HaircutSharpe.Bonferroni(0.1, 100, 1e6).AdjustedSharpe);
        Assert.Equal([0.1, 0.2], HaircutSharpe.Holm([0.1, 0.2], 100).Select(h => h.Sharpe));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
