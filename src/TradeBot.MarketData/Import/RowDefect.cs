namespace TradeBot.MarketData;

/// <summary>A line of a source that could not be read and was left out.</summary>
/// <param name="Line">Its number, the first line being 1; the element's number in a JSON array.</param>
/// <param name="Text">The line, or its beginning.</param>
/// <param name="Expectation">What would have been accepted.</param>
/// <param name="Column">The field that could not be read; empty when it is the whole line.</param>
/// <param name="Value">The text of that field.</param>
public sealed record RowDefect(long Line, string Text, string Expectation, string Column = "", string Value = "")
{
    /// <summary>Line, field, expectation and text.</summary>
    public override string ToString() => Column.Length == 0
        ? FormattableString.Invariant($"Line {Line}: expected {Expectation}, got '{Text}'.")
        : FormattableString.Invariant($"Line {Line}, column {Column}: got '{Value}', expected {Expectation}; the line is '{Text}'.");
}
