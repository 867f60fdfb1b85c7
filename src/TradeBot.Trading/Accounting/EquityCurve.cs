using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>What an account was worth at each candle's close.</summary>
[TypeFormatterSource]
public sealed class EquityCurve
{
    private readonly ReadOnlyMemory<long> _times;
    private readonly ReadOnlyMemory<double> _values;
    private readonly ReadOnlyMemory<float> _exposure;

    /// <param name="initial">Equity before the first candle, in quote currency.</param>
    /// <param name="times">Milliseconds since 1970-01-01 UTC, rising strictly.</param>
    /// <param name="values">Equity at those times, in quote currency.</param>
    /// <param name="exposure">Gross exposure at those times, as a fraction of equity.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public EquityCurve(double initial, ReadOnlyMemory<long> times, ReadOnlyMemory<double> values, ReadOnlyMemory<float> exposure)
    {
        if (values.Length != times.Length)
            throw new ArgumentException($"Expected {times.Length} values, one per time, got {values.Length}.", nameof(values));
        if (exposure.Length != times.Length)
            throw new ArgumentException($"Expected {times.Length} values, one per time, got {exposure.Length}.", nameof(exposure));

        Initial = initial;
        (_times, _values, _exposure) = (times, values, exposure);
    }

    /// <summary>Equity before the first candle, in quote currency.</summary>
    public double Initial { get; }

    /// <summary>Equity at the last close; the initial one when there is none.</summary>
    public double Final => _values.IsEmpty ? Initial : Values[^1];

    /// <summary>How many points there are.</summary>
    public int Count => _times.Length;

    /// <summary>Close times, in milliseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Times => _times.Span;

    /// <summary>Equity at each close, in quote currency.</summary>
    public ReadOnlySpan<double> Values => _values.Span;

    /// <summary>Gross exposure at each close, as a fraction of equity.</summary>
    public ReadOnlySpan<float> Exposure => _exposure.Span;

    /// <summary>Simple returns per UTC day, the first from the initial equity; days without a close have none.</summary>
    /// <remarks>A close at 00:00 belongs to the day that it ends.</remarks>
    public double[] DailyReturns()
    {
        int[] ends = DayEnds();
        double[] returns = new double[ends.Length];
        double before = Initial;
        for (int i = 0; i < ends.Length; i++)
        {
            returns[i] = Values[ends[i]] / before - 1;
            before = Values[ends[i]];
        }

        return returns;
    }

    /// <summary>Simple returns per calendar month, UTC; months without a close are absent.</summary>
    /// <remarks>A close at 00:00 belongs to the day that it ends.</remarks>
    public IReadOnlyList<MonthlyReturn> MonthlyReturns()
    {
        List<MonthlyReturn> months = [];
        double before = Initial, begin = Initial;
        foreach (int end in DayEnds())
        {
            DateTime day = UnixTime.ToDateTime(Times[end] - 1);
            if (months.Count > 0 && months[^1] is var last && (last.Year, last.Month) == (day.Year, day.Month))
                months.RemoveAt(months.Count - 1);
            else
                begin = before;
            months.Add(new MonthlyReturn(day.Year, day.Month, Values[end] / begin - 1));
            before = Values[end];
        }

        return months;
    }

    /// <summary>The position of the last close of each UTC day that has one; a close at 00:00 belongs to the day that it ends.</summary>
    internal int[] DayEnds()
    {
        ReadOnlySpan<long> times = Times;
        List<int> ends = [];
        for (int begin = 0; begin < times.Length;)
        {
            long midnight = ((times[begin] - 1) / UnixTime.MillisecondsPerDay + 1) * UnixTime.MillisecondsPerDay;
            int index = times[begin..].BinarySearch(midnight);
            int end = begin + (index >= 0 ? index : ~index - 1);
            ends.Add(end);
            begin = end + 1;
        }

        return [.. ends];
    }

    /// <summary>Decline from the highest equity so far, as a fraction from 0 down to −1, at each close.</summary>
    public double[] Drawdowns()
    {
        double[] drawdowns = new double[Count];
        double peak = Initial;
        for (int i = 0; i < drawdowns.Length; i++)
        {
            peak = Math.Max(peak, Values[i]);
            drawdowns[i] = Values[i] / peak - 1;
        }

        return drawdowns;
    }
}
