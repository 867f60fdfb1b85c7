using static TradeBot.Indicators.Tests.Formulas.Columns;

namespace TradeBot.Indicators.Tests.Formulas;

public class MomentumFormulaTests : FormulaTest
{
    [Fact]
    public void Connors_rsi_is_the_mean_of_three()
    {
        double[] change = Change(Close), streak = new double[Close.Length];
        for (int i = 1; i < streak.Length; i++)
            streak[i] = Math.Sign(change[i]) * (Math.Sign(change[i]) == Math.Sign(streak[i - 1]) ? Math.Abs(streak[i - 1]) + 1 : Math.Abs(Math.Sign(change[i])));
        double[] returns = Roc(Close, 1);
        double[] rank = Each(Close.Length, i => i < 101 ? double.NaN : returns[(i - 100)..i].Count(r => r < returns[i]));
        double[] price = Rsi(Close, 3), ofStreak = Rsi(streak, 2);
        Verify("CRSI(3, 2, 100)", Each(Close.Length, i => (price[i] + ofStreak[i] + rank[i]) / 3));
    }

    [Fact]
    public void Laguerre_rsi_is_the_share_of_falls_along_the_stages()
    {
        double[][] l = AverageFormulaTests.LaguerreStages(Close, 0.5);
        Verify("LRSI(0.5)", Each(Close.Length, i =>
        {
            double[] steps = [l[0][i] - l[1][i], l[1][i] - l[2][i], l[2][i] - l[3][i]];
            return steps.All(s => s == 0) ? 50 : 100 * steps.Where(s => s > 0).Sum() / steps.Sum(Math.Abs);
        }));
    }

    [Fact]
    public void Relative_momentum_is_the_rsi_of_longer_changes()
    {
        double[] change = Minus(Close, Lag(Close, 5));
        double[] up = Wilder(Map(change, c => double.IsNaN(c) ? c : Math.Max(c, 0)), 14), size = Wilder(Map(change, Math.Abs), 14);
        Verify("RMI(14, 5)", Map(up, size, (u, s) => 100 * u / s));
    }

    [Fact]
    public void Qqe_trails_the_smoothed_rsi()
    {
        double[] rsi = Ema(Rsi(Close, 14), 5), distance = Map(Ema(Ema(Map(Change(rsi), Math.Abs), 27), 27), x => 4.236 * x);
        double[] trail = Each(Close.Length, _ => double.NaN);
        int first = Array.FindIndex(distance, x => !double.IsNaN(x));
        trail[first] = rsi[first];
        for (int i = first + 1; i < trail.Length; i++)
        {
            double up = rsi[i] + distance[i], down = rsi[i] - distance[i], last = trail[i - 1];
            if (rsi[i] < last)
                trail[i] = rsi[i - 1] < last && up > last ? last : up;
            else if (rsi[i] > last)
                trail[i] = rsi[i - 1] > last && down < last ? last : down;
            else
                trail[i] = last;
        }

        Verify("QQE(14, 5, 4.236)", rsi, trail);
    }

    [Fact]
    public void Psychological_line_counts_rises() =>
        Verify("PSY(12)", Roll(Change(Close), 12, w => 100.0 * w.Count(c => c > 0) / 12));

    [Fact]
    public void True_strength_is_change_over_size()
    {
        double[] change = Change(Close);
        double[] tsi = Map(Ema(Ema(change, 25), 13), Ema(Ema(Map(change, Math.Abs), 25), 13), (c, s) => 100 * c / s);
        Verify("TSI(25, 13, 7)", tsi, Ema(tsi, 7));
    }

    [Fact]
    public void Ppo_is_the_difference_in_percent()
    {
        double[] slow = Ema(Close, 26), ppo = Map(Minus(Ema(Close, 12), slow), slow, (d, s) => 100 * d / s), signal = Ema(ppo, 9);
        Verify("PPO(12, 26, 9)", ppo, signal, Minus(ppo, signal));
    }

    [Fact]
    public void Bias_is_the_distance_from_the_mean() => Verify("BIAS(20)", Map(Close, Sma(Close, 20), (x, m) => 100 * (x / m - 1)));

    [Fact]
    public void Schaff_takes_the_stochastic_of_macd_twice()
    {
        double[] macd = Minus(Ema(Close, 23), Ema(Close, 50));
        Verify("STC(10, 23, 50)", Stage(Stage(macd)));

        static double[] Stage(double[] x)
        {
            double[] high = Highest(x, 10), low = Lowest(x, 10), smooth = Each(x.Length, _ => double.NaN);
            double position = 50;
            for (int i = 0; i < x.Length; i++)
            {
                if (double.IsNaN(high[i]))
                    continue;
                position = high[i] > low[i] ? 100 * (x[i] - low[i]) / (high[i] - low[i]) : position;
                smooth[i] = double.IsNaN(smooth[i - 1]) ? position : (smooth[i - 1] + position) / 2;
            }

            return smooth;
        }
    }

    [Fact]
    public void Know_sure_thing_weighs_four_rates()
    {
        double[] a = Sma(Roc(Close, 10), 10), b = Sma(Roc(Close, 15), 10), c = Sma(Roc(Close, 20), 10), d = Sma(Roc(Close, 30), 15);
        double[] kst = Each(Close.Length, i => a[i] + 2 * b[i] + 3 * c[i] + 4 * d[i]);
        Verify("KST", kst, Sma(kst, 9));
    }

    [Fact]
    public void Coppock_weighs_two_rates_added() =>
        Verify("COPPOCK(14, 11, 10)", Wma(Map(Roc(Close, 14), Roc(Close, 11), (x, y) => x + y), 10));

    [Fact]
    public void Price_momentum_smooths_by_two_over_n()
    {
        double[] line = Recursive(Map(Recursive(Roc(Close, 1), 34, 2.0 / 35), x => 10 * x), 19, 2.0 / 20);
        Verify("PMO(35, 20, 10)", line, Ema(line, 10));
    }

    [Fact]
    public void Kdj_smooths_by_thirds_from_fifty()
    {
        double[] high = Highest(High, 9), low = Lowest(Low, 9), k = new double[Close.Length], d = new double[Close.Length];
        for (int i = 8; i < Close.Length; i++)
        {
            double position = 100 * (Close[i] - low[i]) / (high[i] - low[i]);
            k[i] = 2.0 / 3 * (i == 8 ? 50 : k[i - 1]) + position / 3;
            d[i] = 2.0 / 3 * (i == 8 ? 50 : d[i - 1]) + k[i] / 3;
        }

        Verify("KDJ(9, 3, 3)", k, d, Map(k, d, (x, y) => 3 * x - 2 * y));
    }

    [Fact]
    public void Stochastic_momentum_is_distance_over_half_the_range()
    {
        double[] high = Highest(High, 13), low = Lowest(Low, 13);
        double[] distance = Each(Close.Length, i => Close[i] - (high[i] + low[i]) / 2), range = Minus(high, low);
        double[] smi = Map(Ema(Ema(distance, 25), 2), Ema(Ema(range, 25), 2), (d, r) => 200 * d / r);
        Verify("SMI(13, 25, 2, 3)", smi, Ema(smi, 3));
    }

    [Fact]
    public void Vigor_is_body_over_range()
    {
        double[] Smooth(double[] x) => Roll(x, 4, w => (w[0] + 2 * w[1] + 2 * w[2] + w[3]) / 6);
        double[] body = Roll(Smooth(Minus(Close, Open)), 10, w => w.Sum()), range = Roll(Smooth(Minus(High, Low)), 10, w => w.Sum());
        double[] index = Map(body, range, (b, r) => b / r);
        Verify("RVGI(10)", index, Smooth(index));
    }

    [Fact]
    public void Intraday_momentum_is_the_share_of_rising_bodies() =>
        Verify("IMI(14)", Roll(Minus(Close, Open), 14, w => 100 * w.Where(b => b > 0).Sum() / w.Sum(Math.Abs)));

    [Fact]
    public void Awesome_and_accelerator_are_differences_of_means()
    {
        double[] awesome = Minus(Sma(Middle, 5), Sma(Middle, 34));
        Verify("AO(5, 34)", awesome);
        Verify("AC(5, 34, 5)", Minus(awesome, Sma(awesome, 5)));
    }

    [Fact]
    public void Elder_ray_measures_from_the_average()
    {
        double[] average = Ema(Close, 13);
        Verify("ERI(13)", Minus(High, average), Minus(Low, average));
    }

    [Fact]
    public void Wave_trend_smooths_a_channel_index()
    {
        double[] offset = Minus(Typical, Ema(Typical, 10)), distance = Ema(Map(offset, Math.Abs), 10);
        double[] wave = Ema(Map(offset, distance, (o, d) => o / (0.015 * d)), 21);
        Verify("WT(10, 21, 4)", wave, Sma(wave, 4));
    }

    [Fact]
    public void Pretty_good_counts_true_ranges_from_the_mean() =>
        Verify("PGO(14)", Map(Minus(Close, Sma(Close, 14)), Ema(TrueRange(High, Low, Close), 14), (d, r) => d / r));
}
