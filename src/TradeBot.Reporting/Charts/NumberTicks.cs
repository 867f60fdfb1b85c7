using System.Globalization;

namespace TradeBot.Reporting;

/// <summary>Ticks at round numbers.</summary>
internal static class NumberTicks
{
    /// <summary>The smallest of 1, 2, 2.5, 5 · 10^k that is not below a positive number.</summary>
    public static double NiceStep(double atLeast)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 2.5, 5])
        {
            if (factor * power >= atLeast * (1 - 1e-12))
                return factor * power;
        }

        return 10 * power;
    }

    /// <summary>Ticks in [minimum, maximum], at most about as many as wanted.</summary>
    /// <param name="minimum">Finite.</param>
    /// <param name="maximum">Finite, above the minimum.</param>
    /// <param name="atMost">At least 1.</param>
    /// <param name="percent">True when the labels are percentages.</param>
    public static List<AxisTick> Linear(double minimum, double maximum, int atMost, bool percent = false)
    {
        double scale = percent ? 100 : 1;
        double low = minimum * scale, high = maximum * scale;
        double step = NiceStep((high - low) / Math.Max(1, atMost));
        var ticks = new List<AxisTick>();
        for (double k = Math.Ceiling(low / step - 1e-9); k * step <= high + 1e-9 * step; k++)
            ticks.Add(new AxisTick(k * step / scale, Label(k * step, step, Math.Max(Math.Abs(low), Math.Abs(high))) + (percent ? "%" : "")));
        return ticks;
    }

    /// <summary>Ticks at powers of ten, with 2 and 5 between where there is room; round steps where less than a decade is shown.</summary>
    /// <param name="minimum">Positive.</param>
    /// <param name="maximum">Above the minimum.</param>
    /// <param name="atMost">At least 1.</param>
    /// <param name="percent">True when the labels are percentages.</param>
    public static List<AxisTick> Logarithmic(double minimum, double maximum, int atMost, bool percent = false)
    {
        double decades = Math.Log10(maximum / minimum);
        if (decades < 1)
            return Linear(minimum, maximum, atMost, percent);

        ReadOnlySpan<double> factors = 3 * decades <= atMost ? [1, 2, 5] : [1];
        int every = (int)Math.Ceiling(decades / atMost);
        var ticks = new List<AxisTick>();
        for (int exponent = (int)Math.Floor(Math.Log10(minimum)); exponent <= Math.Log10(maximum); exponent++)
        {
            foreach (double factor in factors)
            {
                double value = factor * Math.Pow(10, exponent);
                if (exponent % every == 0 && value >= minimum * (1 - 1e-9) && value <= maximum * (1 + 1e-9))
                    ticks.Add(new AxisTick(value, percent ? Label(100 * value, 100 * value, 100 * value) + "%" : Label(value, value, value)));
            }
        }

        return ticks;
    }

    /// <summary>A tick's number with as many decimals as its step needs; millions and billions are abbreviated.</summary>
    /// <param name="value">The number.</param>
    /// <param name="step">The distance between ticks, positive.</param>
    /// <param name="largest">The largest size on the axis.</param>
    public static string Label(double value, double step, double largest)
    {
        if (Math.Abs(value) < step * 1e-6)
            return "0";
        if (largest >= 1e15 || step < 1e-7)
            return value.ToString("0.###e0", CultureInfo.InvariantCulture);
        if (largest >= 1e9 && step >= 1e7)
            return Plain(value / 1e9, step / 1e9) + "B";
        if (largest >= 1e6 && step >= 1e4)
            return Plain(value / 1e6, step / 1e6) + "M";

        return Plain(value, step);
    }

    private static string Plain(double value, double step)
    {
        int decimals = 0;
        for (double scaled = step; decimals < 10 && Math.Abs(scaled - Math.Round(scaled)) > 1e-6 * scaled; scaled *= 10)
            decimals++;

        return value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
