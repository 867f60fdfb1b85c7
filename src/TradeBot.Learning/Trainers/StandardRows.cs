namespace TradeBot.Learning;

/// <summary>Standardised features, sorted by name, so that the order of the columns does not matter.</summary>
internal sealed class StandardRows
{
    private readonly int[] _order;

    public StandardRows(IReadOnlyList<string> names, Standardizer standardizer)
    {
        (Names, Standardizer) = (names, standardizer);
        _order = [.. Enumerable.Range(0, names.Count).OrderBy(i => names[i], StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names { get; }

    public Standardizer Standardizer { get; }

    public static StandardRows Of(Dataset data, ReadOnlySpan<int> rows) => new(data.Names, Standardizer.Of(data, rows));

    public void Take(ReadOnlySpan<double> row, Span<double> destination)
    {
        for (int i = 0; i < _order.Length; i++)
            destination[i] = Standardizer.Transform(_order[i], row[_order[i]]);
    }

    /// <summary>Values that <see cref="Take"/> sorted by name, back in the order of <see cref="Names"/>.</summary>
    public double[] InOrderOfNames(ReadOnlySpan<double> taken)
    {
        double[] values = new double[_order.Length];
        for (int i = 0; i < _order.Length; i++)
            values[_order[i]] = taken[i];
        return values;
    }

    /// <summary>Some rows of a data set, in sequence.</summary>
    public double[] Rows(Dataset data, ReadOnlySpan<int> rows)
    {
        double[] taken = new double[rows.Length * _order.Length];
        for (int i = 0; i < _order.Length; i++)
        {
            ReadOnlySpan<double> values = data.Column(_order[i]);
            for (int row = 0; row < rows.Length; row++)
                taken[row * _order.Length + i] = Standardizer.Transform(_order[i], values[rows[row]]);
        }

        return taken;
    }
}
