namespace TradeBot.Trading.Performance;

/// <summary>The declines of an equity curve from its peaks.</summary>
/// <param name="Depth">Largest decline from a peak, as a fraction from 0 to −1.</param>
/// <param name="Longest">Longest time from a peak until it was reached again, or until the end.</param>
/// <param name="Count">How many declines there were: stretches below a peak.</param>
/// <param name="AverageDepth">Mean of the deepest point of each decline; NaN when there was none.</param>
/// <param name="LongestRecovery">Longest time from the deepest point of a decline until its peak was regained; declines that were not regained do not count.</param>
/// <param name="Ulcer">Root of the mean square of the decline at each close, as a fraction.</param>
/// <param name="Pain">Mean of the decline at each close, as a positive fraction.</param>
/// <param name="TimeUnderWater">Fraction of closes below a peak.</param>
public readonly record struct Drawdown(
    double Depth, TimeSpan Longest, int Count, double AverageDepth, TimeSpan LongestRecovery, double Ulcer, double Pain, double TimeUnderWater)
{
    /// <summary>Measures a curve; before the first close equity counts as its initial value.</summary>
    /// <remarks>Source of the ulcer index: P. Martin and B. McCann, <i>The Investor's Guide to Fidelity Funds</i>, 1989.</remarks>
    public static Drawdown Of(EquityCurve equity)
    {
        ArgumentNullException.ThrowIfNull(equity);
        ReadOnlySpan<long> times = equity.Times;
        ReadOnlySpan<double> values = equity.Values;
        double peak = equity.Initial, inverse = 1 / peak, trough = peak, deepest = 0, depths = 0, sum = 0, squares = 0;
        long peakTime = times.IsEmpty ? 0 : times[0], troughTime = peakTime, longest = 0, recovery = 0;
        int count = 0, under = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            if (value >= peak)
            {
                if (trough < peak)
                {
                    deepest = Math.Min(deepest, trough / peak - 1);
                    depths += trough / peak - 1;
                    recovery = Math.Max(recovery, times[i] - troughTime);
                }

                if (value > peak)
                    (peak, inverse) = (value, 1 / value);
                (trough, peakTime) = (value, times[i]);
                continue;
            }

            // Regaining the peak ends the decline at that close, so its length reaches until the close before.
            longest = Math.Max(longest, times[i] - peakTime);
            if (trough == peak)
                count++;
            if (value < trough)
                (trough, troughTime) = (value, times[i]);
            double decline = 1 - value * inverse;
            sum += decline;
            squares += decline * decline;
            under++;
        }

        if (trough < peak)
        {
            deepest = Math.Min(deepest, trough / peak - 1);
            depths += trough / peak - 1;
        }

        int n = values.Length;
        return new Drawdown(
            deepest, TimeSpan.FromMilliseconds(longest), count, depths / count, TimeSpan.FromMilliseconds(recovery),
            Math.Sqrt(squares / n), sum / n, (double)under / n);
    }
}
