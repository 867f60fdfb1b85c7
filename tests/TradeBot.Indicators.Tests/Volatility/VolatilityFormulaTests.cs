using TradeBot.Indicators.Tests.Formulas;
using TradeBot.Indicators.Volatility;
using static TradeBot.Indicators.Tests.Formulas.Columns;

namespace TradeBot.Indicators.Tests.Volatility;

public class VolatilityFormulaTests : FormulaTest
{
    private static readonly double[] Range = TrueRange(High, Low, Close);
    private static readonly double[] Returns = Map(Close, Lag(Close, 1), (now, then) => Math.Log(now / then));

    [Fact]
    public void Bands_at_multiples_of_the_true_range()
    {
        double[] atr10 = Wilder(Range, 10), atr15 = Wilder(Range, 15), atr22 = Wilder(Range, 22), ema = Ema(Close, 20), sma = Sma(Close, 6);
        Verify("KELTNER(20, 2, 10)", Map(ema, atr10, (m, r) => m - 2 * r), ema, Map(ema, atr10, (m, r) => m + 2 * r));
        Verify("STARC(6, 1.5, 15)", Map(sma, atr15, (m, r) => m - 1.5 * r), sma, Map(sma, atr15, (m, r) => m + 1.5 * r));
        Verify("CHANDELIER(22, 3)", Map(Highest(High, 22), atr22, (h, r) => h - 3 * r), Map(Lowest(Low, 22), atr22, (l, r) => l + 3 * r));
        Verify("NATR(10)", Map(atr10, Close, (r, c) => 100 * r / c));
    }

    [Fact]
    public void Acceleration_bands_move_outwards_by_the_range()
    {
        double[] share = Map(High, Low, (h, l) => 4 * (h - l) / (h + l));
        Verify("ACCBANDS(20, 4)", Sma(Map(Low, share, (l, s) => l * (1 - s)), 20), Sma(Close, 20), Sma(Map(High, share, (h, s) => h * (1 + s)), 20));
    }

    [Fact]
    public void Bollinger_measures_are_shares_of_the_bands()
    {
        double[] mean = Sma(Close, 20), deviation = Roll(Close, 20, Deviation);
        Verify("PERCENTB(20, 2)", Each(Close.Length, i => (Close[i] - mean[i] + 2 * deviation[i]) / (4 * deviation[i])));
        Verify("BBWIDTH(20, 2)", Map(deviation, mean, (d, m) => 4 * d / m));
    }

    [Fact]
    public void Ulcer_index_squares_the_falls_from_the_highest_so_far() => Verify(
        "ULCER(14)",
        Roll(Close, 14, w => Math.Sqrt(w.Select((c, k) => Math.Pow(100 * (c / w[..(k + 1)].Max() - 1), 2)).Average())));

    [Fact]
    public void Riskmetrics_weighs_squares_by_powers_of_the_decay()
    {
        double[] variance = new double[Close.Length];
        for (int i = 1; i < variance.Length; i++)
            variance[i] = Enumerable.Range(1, i).Sum(k => (k == 1 ? 1 : 0.06) * Math.Pow(0.94, i - k) * Returns[k] * Returns[k]);
        Verify("EWMAVOL(0.94)", Map(variance, Math.Sqrt));
    }

    [Fact]
    public void Historical_volatility_is_annual() => Verify(
        "HV(20, 365)", Roll(Returns, 20, w => Math.Sqrt(365 * w.Sum(r => Math.Pow(r - w.Average(), 2)) / 19)));

    [Fact]
    public void Range_estimators_are_means_of_their_terms()
    {
        double[] parkinson = Map(High, Low, (h, l) => Math.Pow(Math.Log(h / l), 2) / (4 * Math.Log(2)));
        double[] garmanKlass = Each(Close.Length, i =>
            0.5 * Math.Pow(Math.Log(High[i] / Low[i]), 2) - (2 * Math.Log(2) - 1) * Math.Pow(Math.Log(Close[i] / Open[i]), 2));
        double[] rogersSatchell = Each(Close.Length, i =>
            Math.Log(High[i] / Close[i]) * Math.Log(High[i] / Open[i]) + Math.Log(Low[i] / Close[i]) * Math.Log(Low[i] / Open[i]));
        Verify("PARKINSON(20)", Roll(parkinson, 20, w => Math.Sqrt(w.Average())));
        Verify("GARMANKLASS(20)", Roll(garmanKlass, 20, w => Math.Sqrt(w.Average())));
        Verify("ROGERSSATCHELL(20)", Roll(rogersSatchell, 20, w => Math.Sqrt(w.Average())));

        double[] jump = Roll(Map(Open, Lag(Close, 1), (o, c) => Math.Log(o / c)), 20, Sample);
        double[] body = Roll(Map(Close, Open, (c, o) => Math.Log(c / o)), 20, Sample), range = Sma(rogersSatchell, 20);
        const double K = 0.34 / (1.34 + 21.0 / 19);
        Verify("YANGZHANG(20)", Each(Close.Length, i => Math.Sqrt(jump[i] + K * body[i] + (1 - K) * range[i])));

        static double Sample(double[] w) => Math.Pow(Deviation(w), 2) * w.Length / (w.Length - 1);
    }

    [Fact]
    public void Relative_volatility_is_the_rsi_of_deviations()
    {
        double[] deviation = Roll(Close, 10, Deviation), change = Change(Close);
        double[] up = Wilder(Map(deviation, change, (d, c) => c > 0 ? d : 0 * d), 14), down = Wilder(Map(deviation, change, (d, c) => c < 0 ? d : 0 * d), 14);
        Verify("RELVOLATILITY(10, 14)", Map(up, down, (u, d) => 100 * u / (u + d)));
    }

    [Fact]
    public void Chaikin_volatility_is_the_growth_of_the_smoothed_range() => Verify("CHAIKINVOL(10, 8)", Roc(Ema(Minus(High, Low), 10), 8));

    [Fact]
    public void A_squeeze_holds_the_deviations_within_the_ranges()
    {
        double[] range = Roll(Range, 20, w => w.Average()), deviation = Roll(Close, 20, Deviation);
        double[] expected = Map(deviation, range, (d, r) => 2 * d < 1.2 * r ? 1 : 0);
        Assert.Contains(0, expected[20..]);
        Assert.Contains(1, expected[20..]);
        Verify("SQUEEZE(20, 2, 1.2)", expected);
    }

    [Fact]
    public void True_range_reaches_to_the_close_before()
    {
        var range = new TrueRange();
        Assert.Equal(double.NaN, range.Update(Candle(11, 9, 10)));
        Assert.Equal(5, range.Update(Candle(15, 14, 14)));
        Assert.Equal(6, range.Update(Candle(12, 8, 9)));
        Assert.Equal(1, range.Update(Candle(10, 9, 9)));
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("decay", () => new EwmaVolatility(1));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new HistoricalVolatility(1, 365));
        Assert.Throws<ArgumentOutOfRangeException>("periodsPerYear", () => new HistoricalVolatility(20, 0));
        Assert.Throws<ArgumentOutOfRangeException>("multiple", () => new KeltnerChannel(20, -1, 10));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new AccelerationBands(20, 0));
        Assert.Throws<ArgumentOutOfRangeException>("change", () => new ChaikinVolatility(10, 0));
    }

    private static MarketData.Candle Candle(double high, double low, double close) => new(default, close, high, low, close, 1);

    private static double Deviation(double[] w) => Math.Sqrt(w.Average(x => Math.Pow(x - w.Average(), 2)));
}
