using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>One scale of parallel coordinates.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Values">A value per item; NaN breaks the item's line here. On a scale of names, the index of the name.</param>
public sealed record ParallelDimension(string Name, ReadOnlyMemory<double> Values)
{
    /// <summary>The names of a scale of names, lowest first; empty for numbers.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    internal string LowLabel => LabelOf(Range.Minimum);

    internal string HighLabel => LabelOf(Range.Maximum);

    internal ChartBounds Range => Names.IsEmpty ? ChartBounds.Of(Values.Span) : new ChartBounds(0, Names.Length - 1);

    /// <summary>A scale of names.</summary>
    public static ParallelDimension OfNames(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] names = [.. values.Distinct().Order(StringComparer.Ordinal)];
        return new ParallelDimension(name, values.Select(v => (double)Array.IndexOf(names, v)).ToArray()) { Names = [.. names] };
    }

    /// <summary>The position of an item, from 0 at the low end to 1 at the high end; in the middle where all are equal; NaN where it has no value.</summary>
    internal double Place(int item)
    {
        double value = Values.Span[item], low = Range.Minimum, high = Range.Maximum;
        return low < high ? (value - low) / (high - low) : double.IsFinite(value) ? 0.5 : double.NaN;
    }

    internal string Label(int item) => LabelOf(Values.Span[item]);

    private string LabelOf(double value) => Names.IsEmpty || !double.IsFinite(value) ? ValueFormat.Significant(5).Format(value) : Names[(int)value];
}
