namespace TradeBot.MarketData;

/// <summary>Invalid candle data, with its location and what was expected.</summary>
public sealed class CandleDataException : Exception
{
    /// <summary>Describes one invalid value.</summary>
    /// <param name="file">Path or name of the data.</param>
    /// <param name="row">Line number, the first line being 1; 0 when the error is not in a single line.</param>
    /// <param name="column">The column's name; empty when the error is not in a single column.</param>
    /// <param name="value">The offending text; empty when there is none.</param>
    /// <param name="expectation">What would have been accepted, as the end of "expected …".</param>
    /// <param name="cause">The exception behind this one, when there is one.</param>
    public CandleDataException(
        string file, long row, string column, string value, string expectation, Exception? cause = null)
        : base(Describe(file, row, column, value, expectation), cause)
    {
        File = file;
        Row = row;
        Column = column;
        Value = value;
        Expectation = expectation;
    }

    /// <summary>Path or name of the data.</summary>
    public string File { get; }

    /// <summary>Line number, the first line being 1; 0 when the error is not in a single line.</summary>
    public long Row { get; }

    /// <summary>The column's name; empty when the error is not in a single column.</summary>
    public string Column { get; }

    /// <summary>The offending text; empty when there is none.</summary>
    public string Value { get; }

    /// <summary>What would have been accepted.</summary>
    public string Expectation { get; }

    private static string Describe(string file, long row, string column, string value, string expectation)
    {
        string line = row > 0 ? FormattableString.Invariant($", line {row}") : "";
        string field = column.Length > 0 ? $", column {column}" : "";
        string got = value.Length > 0 ? $"got '{Shorten(value)}', " : "";
        return $"{file}{line}{field}: {got}expected {expectation}.";
    }

    private static string Shorten(string value) => value.Length <= 80 ? value : string.Concat(value.AsSpan(0, 80), "…");
}
