namespace TradeBot.Notebooks;

/// <summary>The columns that values have in common: their members, or themselves where they are single values.</summary>
internal sealed class ValueColumns
{
    private readonly Func<object?, object?[]> _read;

    private ValueColumns(IReadOnlyList<string> names, Func<object?, object?[]> read)
    {
        Names = names;
        _read = read;
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>True when the values have no members in common.</summary>
    public bool IsSingle => ReferenceEquals(this, Single);

    public object?[] Read(object? value) => _read(value);

    /// <summary>Members where all values are of one type that has some; else one column named <c>value</c>.</summary>
    public static ValueColumns Of(IEnumerable<object?> values)
    {
        Type? type = null;
        foreach (object? value in values)
        {
            if (value is null)
                continue;
            if (ScalarText.IsScalar(value) || (type is not null && type != value.GetType()))
                return Single;
            type = value.GetType();
        }

        if (values.FirstOrDefault(value => value is not null) is ResultRow row)
            return new ValueColumns(row.Columns, value => value is ResultRow own ? [.. own.Values] : new object?[row.Columns.Count]);
        if (type is null || ValueMembers.Of(type) is not { Names.Count: > 0 } members)
            return Single;
        return new ValueColumns(members.Names, value => value is null ? new object?[members.Names.Count] : members.Read(value));
    }

    private static ValueColumns Single { get; } = new(["value"], value => [value]);
}
