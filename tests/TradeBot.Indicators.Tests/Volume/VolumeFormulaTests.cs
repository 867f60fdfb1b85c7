using TradeBot.Indicators.Tests.Formulas;
using TradeBot.MarketData;
using static TradeBot.Indicators.Tests.Formulas.Columns;

namespace TradeBot.Indicators.Tests.Volume;

public class VolumeFormulaTests : FormulaTest
{
    private static readonly double[] Traded = MarketGenerator.Single(1000, seed: 21).Volume.ToArray();
    private static readonly double[] Returns = Roc(Close, 1).Select(r => r / 100).ToArray();

    [Fact]
    public void The_generated_volume_is_that_of_the_candles_under_test() => Verify("VOSC(1, 2)", Map(Traded, Sma(Traded, 2), (v, m) => 100 * (v / m - 1)));

    [Fact]
    public void Money_flow_weighs_volume_by_the_place_of_the_close()
    {
        double[] flow = Each(Close.Length, i => Traded[i] * (2 * (Close[i] - Low[i]) / (High[i] - Low[i]) - 1)), line = Cumulate(flow);
        Verify("AD", line);
        Verify("ADOSC(3, 10)", Minus(Ema(line, 3), Ema(line, 10)));
        Verify("CMF(20)", Map(Roll(flow, 20, w => w.Sum()), Roll(Traded, 20, w => w.Sum()), (f, v) => f / v));
    }

    [Fact]
    public void Cumulated_lines_start_with_the_first_candle()
    {
        double[] change = Change(Close);
        Verify("OBV", Cumulate(Each(Close.Length, i => i == 0 ? 0 : Math.Sign(change[i]) * Traded[i])));
        Verify("PVT", Cumulate(Each(Close.Length, i => i == 0 ? 0 : Returns[i] * Traded[i])));
        Verify("WAD", Cumulate(Each(Close.Length, i =>
            i == 0 || change[i] == 0 ? 0 : change[i] > 0 ? Close[i] - Math.Min(Low[i], Close[i - 1]) : Close[i] - Math.Max(High[i], Close[i - 1]))));
    }

    [Fact]
    public void Volume_indices_compound_returns_of_quiet_and_of_busy_candles()
    {
        double[] Compound(Func<double, bool> counts)
        {
            double index = 1000;
            double[] more = Change(Traded);
            return Each(Close.Length, i => index *= i > 0 && counts(more[i]) ? 1 + Returns[i] : 1);
        }

        Verify("NVI", Compound(more => more < 0));
        Verify("PVI", Compound(more => more > 0));
    }

    [Fact]
    public void Averages_weighted_by_volume()
    {
        double[] turnover = Map(Typical, Traded, (p, v) => p * v);
        Verify("RVWAP(20)", Map(Roll(turnover, 20, w => w.Sum()), Roll(Traded, 20, w => w.Sum()), (t, v) => t / v));

        double[] vwap = Map(Cumulate(turnover), Cumulate(Traded), (t, v) => t / v);
        double[] deviation = Each(Close.Length, i =>
            Math.Sqrt(Enumerable.Range(0, i + 1).Sum(k => Traded[k] * Math.Pow(Typical[k] - vwap[i], 2)) / Traded[..(i + 1)].Sum()));
        Verify("AVWAP", vwap, deviation);
    }

    [Fact]
    public void Moves_times_and_per_volume()
    {
        Verify("FORCE(13)", Ema(Map(Change(Close), Traded, (c, v) => c * v), 13));
        double[] ease = Each(Close.Length, i => i == 0 ? double.NaN : (Middle[i] - Middle[i - 1]) * (High[i] - Low[i]) * 100 / Traded[i]);
        Verify("EOM(14, 100)", Sma(ease, 14));
        Verify("BWMFI", Each(Close.Length, i => (High[i] - Low[i]) / Traded[i]));
        Verify("AMIHUD(20)", Sma(Each(Close.Length, i => Math.Abs(Returns[i]) / Traded[i] / Typical[i]), 20));
    }

    [Fact]
    public void Klinger_cumulates_ranges_while_the_trend_lasts()
    {
        double[] force = Each(Close.Length, _ => double.NaN), range = Minus(High, Low);
        double trend = 0, cumulated = 0;
        for (int i = 1; i < force.Length; i++)
        {
            double now = Math.Sign(Typical[i] - Typical[i - 1]);
            cumulated = (now == 0 || now == trend ? cumulated : range[i - 1]) + range[i];
            trend = now == 0 ? trend : now;
            force[i] = 100 * Traded[i] * trend * Math.Abs(2 * range[i] / cumulated - 1);
        }

        double[] line = Minus(Ema(force, 34), Ema(force, 55));
        Verify("KVO(34, 55, 13)", line, Ema(line, 13));
    }

    [Fact]
    public void Volume_compared_with_itself()
    {
        double[] slow = Ema(Traded, 26), line = Map(Minus(Ema(Traded, 12), slow), slow, (d, s) => 100 * d / s), signal = Ema(line, 9);
        Verify("PVO(12, 26, 9)", line, signal, Minus(line, signal));
        Verify("VOSC(5, 20)", Map(Sma(Traded, 5), Sma(Traded, 20), (f, s) => 100 * (f / s - 1)));
        Verify("RVOL(20)", Map(Traded, Lag(Sma(Traded, 20), 1), (v, m) => v / m));
    }

    [Fact]
    public void Volume_profile_spreads_each_candle_over_its_range()
    {
        const int N = 50, Bins = 20;
        (double Poc, double Low, double High)[] expected = [.. Enumerable.Range(0, Close.Length).Select(i => i < N - 1 ? default : Profile(i + 1 - N))];
        Verify("VPROFILE(50, 20, 0.7)", [.. expected.Select(x => x.Poc)], [.. expected.Select(x => x.Low)], [.. expected.Select(x => x.High)]);

        (double Poc, double Low, double High) Profile(int start)
        {
            int[] window = [.. Enumerable.Range(start, N)];
            double bottom = window.Min(k => Low[k]), height = (window.Max(k => High[k]) - bottom) / Bins;
            double[] bins = Each(Bins, b => window.Sum(k => Traded[k] * Overlap(bottom + b * height, bottom + (b + 1) * height, Low[k], High[k])));
            int low = Array.IndexOf(bins, bins.Max()), high = low, fullest = low;
            while (bins[low..(high + 1)].Sum() < 0.7 * bins.Sum())
            {
                if (high == Bins - 1 || (low > 0 && bins[low - 1] >= bins[high + 1]))
                    low--;
                else
                    high++;
            }

            return (bottom + (fullest + 0.5) * height, bottom + low * height, bottom + (high + 1) * height);
        }

        static double Overlap(double from, double to, double low, double high) => Math.Max(0, Math.Min(to, high) - Math.Max(from, low)) / (high - low);
    }

    private static double[] Cumulate(double[] x)
    {
        double sum = 0;
        return Map(x, v => sum += v);
    }
}
