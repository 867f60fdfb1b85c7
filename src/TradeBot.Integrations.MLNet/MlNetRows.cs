using Microsoft.ML;
using Microsoft.ML.Data;
using TradeBot.Learning;

namespace TradeBot.Integrations.MLNet;

/// <summary>Rows of a data set as ML.NET wants them: features of known length, in single precision, every one finite.</summary>
internal static class MlNetRows
{
    public const string Label = nameof(MlNetBinaryRow.Label);
    public const string Features = nameof(MlNetRow.Features);
    public const string Weight = nameof(MlNetRow.Weight);

    /// <summary>The shape of a row; training fails without a known number of features.</summary>
    public static SchemaDefinition Schema<TRow>(int features, int classes)
        where TRow : MlNetRow
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(TRow));
        schema[Features].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        if (typeof(TRow) == typeof(MlNetClassRow))
            schema[Label].ColumnType = new KeyDataViewType(typeof(uint), classes);
        return schema;
    }

    /// <summary>Training rows.</summary>
    /// <exception cref="ArgumentException">A value is not finite in single precision; the message names row and feature.</exception>
    public static IDataView ForTraining(MLContext ml, Dataset data, MlNetTargets targets) => Load(ml, data, targets.Rows, targets.Task, targets.Classes);

    /// <summary>Rows to predict.</summary>
    /// <exception cref="ArgumentException">A value is not finite in single precision; the message names row and feature.</exception>
    public static IDataView Load(MLContext ml, Dataset data, ReadOnlySpan<int> rows, MlNetTask task, double[] classes)
    {
        switch (task)
        {
            case MlNetTask.Binary:
                return Load(ml, data, rows, 0, (MlNetBinaryRow row, double target) => row.Label = target == 1);
            case MlNetTask.Regression:
                return Load(ml, data, rows, 0, (MlNetNumberRow row, double target) => row.Label = (float)target);
            default:
                return Load(ml, data, rows, classes.Length, (MlNetClassRow row, double target) => row.Label = Array.BinarySearch(classes, target) is >= 0 and int place ? (uint)place : MlNetClassRow.Unknown);
        }
    }

    /// <summary>No row, of the shape that a model of the task wants.</summary>
    public static IDataView Empty(MLContext ml, int features, MlNetTask task, int classes) => task switch
    {
        MlNetTask.Binary => ml.Data.LoadFromEnumerable(Array.Empty<MlNetBinaryRow>(), Schema<MlNetBinaryRow>(features, classes)),
        MlNetTask.Regression => ml.Data.LoadFromEnumerable(Array.Empty<MlNetNumberRow>(), Schema<MlNetNumberRow>(features, classes)),
        _ => ml.Data.LoadFromEnumerable(Array.Empty<MlNetClassRow>(), Schema<MlNetClassRow>(features, classes)),
    };

    private static IDataView Load<TRow>(MLContext ml, Dataset data, ReadOnlySpan<int> rows, int classes, Action<TRow, double> setLabel)
        where TRow : MlNetRow, new()
    {
        var loaded = new TRow[rows.Length];
        for (int i = 0; i < loaded.Length; i++)
        {
            loaded[i] = new TRow { Features = new float[data.Names.Count], Weight = data.Weights.IsEmpty ? 1 : (float)data.Weights[rows[i]] };
            setLabel(loaded[i], data.Target[rows[i]]);
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

        return ml.Data.LoadFromEnumerable(loaded, Schema<TRow>(data.Names.Count, classes));
    }
}
