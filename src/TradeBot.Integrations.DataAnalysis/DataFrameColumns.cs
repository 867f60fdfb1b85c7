using System.Globalization;
using Microsoft.Data.Analysis;

namespace TradeBot.Integrations.DataAnalysis;

/// <summary>Reads columns by name, whatever number type a file or a computation gave them.</summary>
internal static class DataFrameColumns
{
    /// <summary>True when the frame has a column of this name.</summary>
    public static bool Has(DataFrame frame, string name) => frame.Columns.Any(column => column.Name == name);

    /// <summary>Numbers; a missing value is NaN.</summary>
    public static double[] Doubles(DataFrame frame, string name) =>
        Read(frame, name, value => value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture));

    /// <summary>Settled amounts; no value may be missing.</summary>
    public static decimal[] Decimals(DataFrame frame, string name) =>
        Read(frame, name, value => Convert.ToDecimal(Required(value), CultureInfo.InvariantCulture));

    /// <summary>UTC times; no value may be missing.</summary>
    public static DateTime[] Times(DataFrame frame, string name) =>
        Read(frame, name, value => DateTime.SpecifyKind(Convert.ToDateTime(Required(value), CultureInfo.InvariantCulture), DateTimeKind.Utc));

    /// <summary>Booleans; no value may be missing.</summary>
    public static bool[] Booleans(DataFrame frame, string name) => Read(frame, name, value => Convert.ToBoolean(Required(value), CultureInfo.InvariantCulture));

    /// <summary>Strings; no value may be missing.</summary>
    public static string[] Strings(DataFrame frame, string name) => Read(frame, name, value => Convert.ToString(Required(value), CultureInfo.InvariantCulture)!);

    private static object Required(object? value) => value ?? throw new FormatException("the value is missing");

    private static T[] Read<T>(DataFrame frame, string name, Func<object?, T> convert)
    {
        DataFrameColumn column = frame.Columns.FirstOrDefault(column => column.Name == name)
            ?? throw new ArgumentException($"The frame has no column '{name}'; it has {string.Join(", ", frame.Columns.Select(column => column.Name))}.", nameof(frame));
        T[] values = new T[column.Length];
        for (int row = 0; row < values.Length; row++)
        {
            try
            {
                values[row] = convert(column[row]);
            }
            catch (Exception mistake) when (mistake is FormatException or InvalidCastException or OverflowException)
            {
                throw new ArgumentException(FormattableString.Invariant($"Column '{name}', row {row}: '{column[row]}' is no {typeof(T).Name} ({mistake.Message})."), nameof(frame), mistake);
            }
        }

        return values;
    }
}
