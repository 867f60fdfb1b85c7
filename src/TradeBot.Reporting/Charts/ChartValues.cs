using System.Runtime.CompilerServices;

using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Values for one axis: numbers, times or names, converted from many types.</summary>
/// <remarks>
/// Arrays, lists, spans and memory of numbers; <see cref="DateTime"/> in UTC; whole milliseconds since
/// 1970-01-01 UTC as <c>long</c>; strings as categories; a <see cref="CandleSeries"/> for its open times.
/// </remarks>
[CollectionBuilder(typeof(ChartValues), nameof(Of))]
public readonly struct ChartValues
{
    private ChartValues(ReadOnlyMemory<double> numbers, AxisKind kind, IReadOnlyList<string>? categories = null)
    {
        Numbers = numbers;
        Kind = kind;
        Categories = categories ?? [];
    }

    /// <summary>The values as positions: milliseconds for times, 0, 1, 2, … for names.</summary>
    public ReadOnlyMemory<double> Numbers { get; }

    /// <summary>The kind of axis that they need.</summary>
    public AxisKind Kind { get; }

    /// <summary>The names; empty for numbers and times.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>How many values there are.</summary>
    public int Count => Numbers.Length;

    /// <summary>Numbers, for collection expressions.</summary>
    public static ChartValues Of(ReadOnlySpan<double> values) => values;

    /// <summary>The values as positions, one by one.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)Numbers.ToArray()).GetEnumerator();

    /// <summary>The numbers 0, 1, 2, … up to a count.</summary>
    public static ChartValues Positions(int count) => From(Enumerable.Range(0, count), i => i, AxisKind.Linear);

    /// <summary>Numbers, without a copy.</summary>
    public static implicit operator ChartValues(ReadOnlyMemory<double> values) => new(values, AxisKind.Linear);

    /// <summary>Numbers, without a copy.</summary>
    public static implicit operator ChartValues(double[] values) => new(values, AxisKind.Linear);

    /// <summary>Numbers.</summary>
    public static implicit operator ChartValues(ReadOnlySpan<double> values) => new(values.ToArray(), AxisKind.Linear);

    /// <summary>Numbers.</summary>
    public static implicit operator ChartValues(List<double> values) => new(values.ToArray(), AxisKind.Linear);

    /// <summary>Whole numbers.</summary>
    public static implicit operator ChartValues(int[] values) => From(values, v => v, AxisKind.Linear);

    /// <summary>Settled amounts.</summary>
    public static implicit operator ChartValues(decimal[] values) => From(values, v => (double)v, AxisKind.Linear);

    /// <summary>Settled amounts.</summary>
    public static implicit operator ChartValues(List<decimal> values) => From(values, v => (double)v, AxisKind.Linear);

    /// <summary>UTC times.</summary>
    public static implicit operator ChartValues(DateTime[] times) => From(times, ToMilliseconds, AxisKind.Time);

    /// <summary>UTC times.</summary>
    public static implicit operator ChartValues(List<DateTime> times) => From(times, ToMilliseconds, AxisKind.Time);

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public static implicit operator ChartValues(long[] times) => From(times, v => v, AxisKind.Time);

    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public static implicit operator ChartValues(ReadOnlySpan<long> times) => FromTimes(times);

    /// <summary>Names.</summary>
    public static implicit operator ChartValues(string[] names) => FromNames(names);

    /// <summary>Names.</summary>
    public static implicit operator ChartValues(List<string> names) => FromNames([.. names]);

    /// <summary>The open times of candles.</summary>
    public static implicit operator ChartValues(CandleSeries candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        return FromTimes(candles.OpenTimes);
    }

    private static ChartValues FromNames(string[] names) =>
        new(Positions(names.Length).Numbers, AxisKind.Category, names);

    private static ChartValues FromTimes(ReadOnlySpan<long> times)
    {
        double[] numbers = new double[times.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = times[i];
        return new ChartValues(numbers, AxisKind.Time);
    }

    private static ChartValues From<T>(IEnumerable<T> values, Func<T, double> toNumber, AxisKind kind) =>
        new(values.Select(toNumber).ToArray(), kind);

    private static double ToMilliseconds(DateTime time) => UnixTime.FromDateTime(time);
}
