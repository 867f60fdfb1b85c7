namespace TradeBot.Learning;

/// <summary>Features as a network takes them: standardised, in the order of their names, so that the order of the columns does not matter.</summary>
internal sealed class NetworkInputs
{
    private readonly int[] _order;

    public NetworkInputs(IReadOnlyList<string> names, Standardizer standardizer)
    {
        (Names, Standardizer) = (names, standardizer);
        _order = [.. Enumerable.Range(0, names.Count).OrderBy(i => names[i], StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names { get; }

    public Standardizer Standardizer { get; }

    public static NetworkInputs Of(Dataset data, ReadOnlySpan<int> rows) => new(data.Names, Standardizer.Of(data, rows));

    public void Take(ReadOnlySpan<double> row, Span<double> destination)
    {
        for (int i = 0; i < _order.Length; i++)
            destination[i] = Standardizer.Transform(_order[i], row[_order[i]]);
    }

    /// <summary>Some rows of a data set, one after the other.</summary>
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
