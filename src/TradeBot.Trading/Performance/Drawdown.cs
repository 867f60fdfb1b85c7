namespace TradeBot.Trading.Performance;

/// <summary>The deepest and the longest decline of an equity curve.</summary>
/// <param name="Depth">Largest decline from a peak, as a fraction from 0 to −1.</param>
/// <param name="Longest">Longest time from a peak until it was exceeded, or until the end.</param>
public readonly record struct Drawdown(double Depth, TimeSpan Longest)
{
    /// <summary>Measures a curve; before the first close equity counts as its initial value.</summary>
    public static Drawdown Of(EquityCurve equity)
    {
        ArgumentNullException.ThrowIfNull(equity);
        ReadOnlySpan<long> times = equity.Times;
        ReadOnlySpan<double> values = equity.Values;
        double peak = equity.Initial, depth = 0;
        long peakTime = times.IsEmpty ? 0 : times[0], longest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            // Regaining the peak ends the decline at that close, so its length reaches until here.
            longest = values[i] < peak ? Math.Max(longest, times[i] - peakTime) : longest;
            if (values[i] >= peak)
                (peak, peakTime) = (values[i], times[i]);
            depth = Math.Min(depth, values[i] / peak - 1);
        }

        return new Drawdown(depth, TimeSpan.FromMilliseconds(longest));
    }
}
