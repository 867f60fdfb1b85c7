using static TradeBot.Indicators.Tests.Formulas.Columns;

namespace TradeBot.Indicators.Tests.Formulas;

public class AverageFormulaTests : FormulaTest
{
    [Fact]
    public void Alma_weighs_by_a_normal_curve()
    {
        double[] weights = Each(9, i => Math.Exp(-Math.Pow(i - 0.85 * 8, 2) / (2 * Math.Pow(9 / 6.0, 2))));
        Verify("ALMA(9, 0.85, 6)", Roll(Close, 9, w => w.Zip(weights, (x, y) => x * y).Sum() / weights.Sum()));
    }

    [Fact]
    public void Sine_weights_are_half_a_wave()
    {
        double[] weights = Each(14, i => Math.Sin((i + 1) * Math.PI / 15));
        Verify("SINWMA(14)", Roll(Close, 14, w => w.Zip(weights, (x, y) => x * y).Sum() / weights.Sum()));
    }

    [Fact]
    public void Hull_weighs_twice_the_half_less_the_whole() =>
        Verify("HMA(20)", Wma(Map(Wma(Close, 10), Wma(Close, 20), (half, whole) => 2 * half - whole), 4));

    [Fact]
    public void Zlema_averages_the_value_with_its_lag_taken_back() =>
        Verify("ZLEMA(20)", Ema(Map(Close, Lag(Close, 9), (now, then) => 2 * now - then), 20));

    [Fact]
    public void Super_smoother_is_its_difference_equation()
    {
        double a = Math.Exp(-Math.Sqrt(2) * Math.PI / 10), b = 2 * a * Math.Cos(Math.Sqrt(2) * Math.PI / 10);
        double[] y = new double[Close.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double x1 = Close[Math.Max(i - 1, 0)], y1 = i < 1 ? Close[0] : y[i - 1], y2 = i < 2 ? Close[0] : y[i - 2];
            y[i] = (1 - b + a * a) * (Close[i] + x1) / 2 + b * y1 - a * a * y2;
        }

        Verify("SSF(10)", y);
    }

    [Fact]
    public void Laguerre_filter_weighs_its_stages()
    {
        double[][] stages = LaguerreStages(Close, 0.8);
        Verify("LAGUERRE(0.8)", Each(Close.Length, i => (stages[0][i] + 2 * stages[1][i] + 2 * stages[2][i] + stages[3][i]) / 6));
    }

    [Fact]
    public void Vidya_scales_its_weight_by_momentum()
    {
        double[] change = Change(Close), y = new double[Close.Length];
        double[] cmo = Roll(change, 9, w => w.Sum() / w.Sum(Math.Abs));
        for (int i = 0; i < y.Length; i++)
            y[i] = double.IsNaN(cmo[i]) ? Close[i] : y[i - 1] + 2.0 / 15 * Math.Abs(cmo[i]) * (Close[i] - y[i - 1]);
        Verify("VIDYA(14, 9)", y);
    }

    [Fact]
    public void McGinley_divides_by_the_fourth_power()
    {
        double[] y = Sma(Close, 14);
        for (int i = 14; i < y.Length; i++)
            y[i] = y[i - 1] + (Close[i] - y[i - 1]) / (0.6 * 14 * Math.Pow(Close[i] / y[i - 1], 4));
        Verify("MCGINLEY(14)", y);
    }

    [Fact]
    public void Frama_follows_the_fractal_dimension()
    {
        double[] y = new double[Close.Length];
        for (int i = 15; i < y.Length; i++)
        {
            double first = (High[(i - 15)..(i - 7)].Max() - Low[(i - 15)..(i - 7)].Min()) / 8;
            double second = (High[(i - 7)..(i + 1)].Max() - Low[(i - 7)..(i + 1)].Min()) / 8;
            double both = (High[(i - 15)..(i + 1)].Max() - Low[(i - 15)..(i + 1)].Min()) / 16;
            double dimension = (Math.Log(first + second) - Math.Log(both)) / Math.Log(2);
            double weight = Math.Clamp(Math.Exp(-4.6 * (dimension - 1)), 0.01, 1);
            y[i] = i == 15 ? Middle[i] : weight * Middle[i] + (1 - weight) * y[i - 1];
        }

        Verify("FRAMA(16)", y);
    }

    [Fact]
    public void Mama_follows_the_phase_of_the_cycle()
    {
        // Ehlers' listing, with every price before the first equal to it.
        int n = Close.Length;
        double[] smooth = Each(n, i => (4 * At(Close, i) + 3 * At(Close, i - 1) + 2 * At(Close, i - 2) + At(Close, i - 3)) / 10);
        double[] detrender = new double[n], q1 = new double[n], i2 = new double[n], q2 = new double[n], re = new double[n], im = new double[n];
        double[] period = new double[n], phase = new double[n], mama = new double[n], fama = new double[n];
        for (int i = 0; i < n; i++)
        {
            double last = i == 0 ? 0 : period[i - 1], gain = 0.075 * last + 0.54;
            double Turn(double[] x) => (0.0962 * (At(x, i) - At(x, i - 6)) + 0.5769 * (At(x, i - 2) - At(x, i - 4))) * gain;
            detrender[i] = Turn(smooth);
            q1[i] = Turn(detrender);
            double i1 = At(detrender, i - 3);
            double[] i1s = Each(n, k => At(detrender, k - 3));
            i2[i] = 0.2 * (i1 - Turn(q1)) + 0.8 * Before(i2, i);
            q2[i] = 0.2 * (q1[i] + Turn(i1s)) + 0.8 * Before(q2, i);
            re[i] = 0.2 * (i2[i] * Before(i2, i) + q2[i] * Before(q2, i)) + 0.8 * Before(re, i);
            im[i] = 0.2 * (i2[i] * Before(q2, i) - q2[i] * Before(i2, i)) + 0.8 * Before(im, i);

            double p = im[i] != 0 && re[i] != 0 ? 2 * Math.PI / Math.Atan(im[i] / re[i]) : last;
            p = Math.Clamp(Math.Max(Math.Min(p, 1.5 * last), 0.67 * last), 6, 50);
            period[i] = 0.2 * p + 0.8 * last;
            phase[i] = i1 != 0 ? Math.Atan(q1[i] / i1) * 180 / Math.PI : Before(phase, i);
            double weight = Math.Max(0.5 / Math.Max(Before(phase, i) - phase[i], 1), 0.05);
            mama[i] = i == 0 ? Close[0] : weight * Close[i] + (1 - weight) * mama[i - 1];
            fama[i] = i == 0 ? Close[0] : 0.5 * weight * mama[i] + (1 - 0.5 * weight) * fama[i - 1];
        }

        Verify("MAMA(0.5, 0.05)", mama, fama);

        static double At(double[] x, int index) => x[Math.Max(index, 0)];
        static double Before(double[] x, int index) => index == 0 ? 0 : x[index - 1];
    }

    internal static double[][] LaguerreStages(double[] x, double gamma)
    {
        double[][] l = [.. Enumerable.Range(0, 4).Select(_ => new double[x.Length])];
        for (int i = 0; i < x.Length; i++)
        {
            double Last(int k) => i == 0 ? x[0] : l[k][i - 1];
            l[0][i] = (1 - gamma) * x[i] + gamma * Last(0);
            for (int k = 1; k < 4; k++)
                l[k][i] = -gamma * l[k - 1][i] + Last(k - 1) + gamma * Last(k);
        }

        return l;
    }
}
