using System.Collections;

namespace TradeBot.Optimization;

/// <summary>One value for each parameter, in the order in which the space declares them. Immutable.</summary>
/// <remarks>
/// Equal when names, values and their order are. Sets of one space sort by the first parameter, then by the second,
/// and so on: the order of a grid.
/// </remarks>
public sealed class ParameterSet : IReadOnlyList<KeyValuePair<string, ParameterValue>>, IEquatable<ParameterSet>, IComparable<ParameterSet>
{
    private readonly KeyValuePair<string, ParameterValue>[] _values;

    /// <summary>A set of named values.</summary>
    /// <exception cref="ArgumentException">A name is empty or occurs twice.</exception>
    public ParameterSet(IEnumerable<KeyValuePair<string, ParameterValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = [.. values];

        HashSet<string> names = [];
        foreach ((string name, _) in _values)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name, nameof(values));
            if (!names.Add(name))
                throw new ArgumentException($"The parameter '{name}' is given twice.", nameof(values));
        }
    }

    private ParameterSet(KeyValuePair<string, ParameterValue>[] values) => _values = values;

    /// <summary>How many parameters there are.</summary>
    public int Count => _values.Length;

    /// <summary>The parameter at a position.</summary>
    public KeyValuePair<string, ParameterValue> this[int index] => _values[index];

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="ArgumentException">No parameter has this name.</exception>
    public ParameterValue this[string name] => TryGet(name, out ParameterValue value)
        ? value
        : throw new ArgumentException($"No parameter is called '{name}'; there are {string.Join(", ", _values.Select(pair => pair.Key))}.", nameof(name));

    /// <summary>A set of values whose names are valid; the set takes ownership of the array.</summary>
    internal static ParameterSet Trusted(KeyValuePair<string, ParameterValue>[] values) => new(values);

    /// <summary>The value of a parameter, if there is one of this name.</summary>
    public bool TryGet(string name, out ParameterValue value)
    {
        foreach ((string key, ParameterValue candidate) in _values)
        {
            if (key == name)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ParameterValue>> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Such as <c>fast=12, slow=26</c>; numbers read back exactly.</summary>
    public override string ToString() => string.Join(", ", _values.Select(pair => $"{pair.Key}={pair.Value}"));

    /// <inheritdoc/>
    public bool Equals(ParameterSet? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach ((_, ParameterValue value) in _values)
            hash.Add(value);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public int CompareTo(ParameterSet? other)
    {
        if (other is null)
            return 1;

        for (int i = 0; i < Math.Min(Count, other.Count); i++)
        {
            int order = string.CompareOrdinal(_values[i].Key, other._values[i].Key);
            if (order == 0)
                order = _values[i].Value.CompareTo(other._values[i].Value);
            if (order != 0)
                return order;
        }

        return Count.CompareTo(other.Count);
    }

    /// <summary>Equal, as <see cref="Equals(ParameterSet?)"/>.</summary>
    public static bool operator ==(ParameterSet? left, ParameterSet? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Not equal.</summary>
    public static bool operator !=(ParameterSet? left, ParameterSet? right) => !(left == right);

    /// <summary>Earlier in the order of a grid.</summary>
    public static bool operator <(ParameterSet? left, ParameterSet? right) => Compare(left, right) < 0;

    /// <summary>Later in the order of a grid.</summary>
    public static bool operator >(ParameterSet? left, ParameterSet? right) => Compare(left, right) > 0;

    /// <summary>Not later in the order of a grid.</summary>
    public static bool operator <=(ParameterSet? left, ParameterSet? right) => Compare(left, right) <= 0;

    /// <summary>Not earlier in the order of a grid.</summary>
    public static bool operator >=(ParameterSet? left, ParameterSet? right) => Compare(left, right) >= 0;

    private static int Compare(ParameterSet? left, ParameterSet? right) => Comparer<ParameterSet>.Default.Compare(left, right);
}
