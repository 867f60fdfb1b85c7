namespace TradeBot.MarketData;

/// <summary>An unreadable source line that was dropped.</summary>
/// <param name="Line">Line number, from 1; the element's number in a JSON array.</param>
/// <param name="Text">The line, or its start.</param>
/// <param name="Expectation">What would have been accepted.</param>
/// <param name="Column">The unreadable field; empty for the whole line.</param>
/// <param name="Value">The text of that field.</param>
public sealed record RowDefect(long Line, string Text, string Expectation, string Column = "", string Value = "")
{
    /// <summary>Line, field, expectation and text.</summary>
    public override string ToString() => Column.Length == 0
        ? FormattableString.Invariant($"Line {Line}: expected {Expectation}, got '{Text}'.")
        : FormattableString.Invariant($"Line {Line}, column {Column}: got '{Value}', expected {Expectation}; the line is '{Text}'.");
}
