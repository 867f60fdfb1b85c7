using Microsoft.ML;
using Microsoft.ML.Data;
using TradeBot.Learning;

namespace TradeBot.Integrations.MLNet;

/// <summary>Rows of a data set as ML.NET wants them: features of known length, in single precision, every one finite.</summary>
internal static class MlNetRows
{
    public const string Label = nameof(MlNetRow.Label);
    public const string Features = nameof(MlNetRow.Features);
    public const string Weight = nameof(MlNetRow.Weight);

    /// <summary>The shape of a row; without a known length training fails.</summary>
    public static SchemaDefinition Schema(int features)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(MlNetRow));
        schema[Features].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return schema;
    }

    /// <summary>Rows to learn from: targets of both classes, features finite. ML.NET would take NaN without a word.</summary>
    /// <exception cref="ArgumentException">A target or a value does not suit; the message names row and feature.</exception>
    public static IDataView ToLearnFrom(MLContext ml, Dataset data, ReadOnlySpan<int> rows)
    {
        int ones = 0;
        int[] counting = data.Weights.IsEmpty ? rows.ToArray() : [.. rows.ToArray().Where(row => data.Weights[row] > 0)]; // a row of weight 0 is no row
        foreach (int row in counting)
        {
            double target = data.Target[row];
            if (target is not (0 or 1))
                throw new ArgumentException(FormattableString.Invariant($"A classifier needs targets of 0 or 1; row {row} has {target:R}."), nameof(data));
            ones += (int)target;
        }

        if (ones == 0 || ones == counting.Length)
            throw new ArgumentException(FormattableString.Invariant($"All {counting.Length} rows have the target {(ones > 0 ? 1 : 0)}: there is nothing to tell apart."), nameof(rows));
        return Load(ml, data, counting);
    }

    /// <summary>Rows to foretell.</summary>
    /// <exception cref="ArgumentException">A value is not finite in single precision.</exception>
    public static IDataView Load(MLContext ml, Dataset data, ReadOnlySpan<int> rows)
    {
        var loaded = new MlNetRow[rows.Length];
        for (int i = 0; i < loaded.Length; i++)
        {
            int row = rows[i];
            loaded[i] = new MlNetRow { Label = data.Target[row] == 1, Features = new float[data.Names.Count], Weight = data.Weights.IsEmpty ? 1 : (float)data.Weights[row] };
        }

        for (int column = 0; column < data.Names.Count; column++)
        {
            ReadOnlySpan<double> values = data.Column(column);
            for (int i = 0; i < loaded.Length; i++)
            {
                float value = (float)values[rows[i]];
                if (!float.IsFinite(value))
                    throw new ArgumentException(FormattableString.Invariant($"The feature '{data.Names[column]}' is {values[rows[i]]} in row {rows[i]}: every value must be finite in single precision."), nameof(data));
                loaded[i].Features[column] = value;
            }
        }

        return ml.Data.LoadFromEnumerable(loaded, Schema(data.Names.Count));
    }
}
