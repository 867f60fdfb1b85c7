using System.Globalization;

namespace TradeBot.Optimization;

/// <summary>The objective over two parameters.</summary>
/// <param name="XName">The parameter along the columns.</param>
/// <param name="YName">The parameter along the rows.</param>
/// <param name="X">Its values that were tried, ascending.</param>
/// <param name="Y">The other's values that were tried, ascending.</param>
/// <param name="Z">Rows by y, columns by x: the best value over all other parameters; NaN where no trial is complete.</param>
[TypeFormatterSource]
public sealed record HeatmapData(
    string XName, string YName, IReadOnlyList<ParameterValue> X, IReadOnlyList<ParameterValue> Y, IReadOnlyList<IReadOnlyList<double>> Z)
{
    /// <summary>The matrix as text: one line per y value.</summary>
    public override string ToString()
    {
        IEnumerable<string> rows = Y.Select((y, row) =>
            $"{y}\t{string.Join('\t', Z[row].Select(z => z.ToString("G4", CultureInfo.InvariantCulture)))}");
        return $"{YName} \\ {XName}\t{string.Join('\t', X)}\n{string.Join('\n', rows)}";
    }
}
