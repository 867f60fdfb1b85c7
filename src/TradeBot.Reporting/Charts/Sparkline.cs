using System.Text;

namespace TradeBot.Reporting;

/// <summary>A sparkline of block characters.</summary>
public static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>The mean of each of a number of equal segments as a block; a space where all values are unknown.</summary>
    /// <param name="values">Oldest first; not finite is unknown.</param>
    /// <param name="width">Most characters, at least 1.</param>
    public static string Of(ReadOnlySpan<double> values, int width = 60)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        double[] means = Means(values, Math.Min(width, values.Length));
        var bounds = ChartBounds.Of(means);
        var line = new StringBuilder(means.Length);
        foreach (double mean in means)
            line.Append(Block(mean, bounds));
        return line.ToString();
    }

    private static char Block(double value, ChartBounds bounds)
    {
        if (!double.IsFinite(value))
            return ' ';
        if (bounds.Maximum <= bounds.Minimum)
            return Blocks[3];

        double fraction = (value - bounds.Minimum) / (bounds.Maximum - bounds.Minimum);
        return Blocks[Math.Min(Blocks.Length - 1, (int)(fraction * Blocks.Length))];
    }

    private static double[] Means(ReadOnlySpan<double> values, int count)
    {
        double[] means = new double[count];
        for (int i = 0; i < count; i++)
        {
            int start = (int)((long)i * values.Length / count), end = (int)((long)(i + 1) * values.Length / count);
            means[i] = Mean(values[start..end]);
        }

        return means;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int known = 0;
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                continue;

            sum += value;
            known++;
        }

        return known == 0 ? double.NaN : sum / known;
    }
}
