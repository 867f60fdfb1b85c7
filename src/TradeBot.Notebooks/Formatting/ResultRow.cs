using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>One row of a <see cref="ResultTable"/>.</summary>
public sealed class ResultRow
{
    private readonly IReadOnlyList<object?> _values;

    internal ResultRow(IReadOnlyList<string> columns, IReadOnlyList<object?> values)
    {
        Columns = columns;
        _values = values;
    }

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The values, in the columns' order; null is unknown.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>The value in a column; null is unknown.</summary>
    /// <param name="column">Its name, letter case ignored.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public object? this[string column]
    {
        get
        {
            for (int i = 0; i < Columns.Count; i++)
            {
                if (string.Equals(Columns[i], column, StringComparison.OrdinalIgnoreCase))
                    return _values[i];
            }

            throw new ArgumentException($"There is no column \"{column}\"; the columns are {string.Join(", ", Columns)}.", nameof(column));
        }
    }

    /// <summary>The value in a column, converted.</summary>
    /// <typeparam name="T">What it is converted to; unknown is NaN for double, else the type's default.</typeparam>
    /// <param name="column">Its name, letter case ignored.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public T Get<T>(string column) => this[column] switch
    {
        T value => value,
        null => typeof(T) == typeof(double) ? (T)(object)double.NaN : default!,
        object other => (T)Convert.ChangeType(other, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture),
    };

    /// <summary>The values by name.</summary>
    public override string ToString() => $"{{ {string.Join(", ", Columns.Select((name, i) => $"{name} = {InlineText.Of(_values[i])}"))} }}";
}
