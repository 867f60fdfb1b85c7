using System.Globalization;

namespace TradeBot.Reporting;

/// <summary>A row of a saved table; a value that cannot be read as requested is an error that names file, row and expectation.</summary>
internal readonly struct SavedRow(SavedTable table, int number)
{
    public string Text(string column) => table.Cell(number, column);

    /// <summary>The text; null where there is none, which JSON writes as null and CSV as nothing.</summary>
    public string? TextOrNull(string column) => Text(column) is { Length: > 0 } text and not "NaN" ? text : null;

    public bool Truth(string column) => Text(column) switch
    {
        "1" => true,
        "0" => false,
        _ => throw table.Fault(number, column, "1 or 0"),
    };

    public double Number(string column) => double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        ? value
        : throw table.Fault(number, column, "a number");

    public decimal Amount(string column) => decimal.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
        ? value
        : throw table.Fault(number, column, "an amount");

    public long Whole(string column) => long.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
        ? value
        : throw table.Fault(number, column, "a whole number");

    public DateTime Time(string column) => DateTime.TryParse(
        Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime value)
        ? value
        : throw table.Fault(number, column, "a UTC time");

    public T Word<T>(string column)
        where T : struct, Enum => Enum.TryParse(Text(column).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out T value) && Enum.IsDefined(value)
        ? value
        : throw table.Fault(number, column, $"one of {string.Join(", ", Enum.GetNames<T>())}");
}
