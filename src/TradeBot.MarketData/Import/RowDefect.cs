namespace TradeBot.MarketData;

/// <summary>A line of a source that could not be read and was left out.</summary>
/// <param name="Line">Its number, the first line being 1; the element's number in a JSON array.</param>
/// <param name="Text">The line, or its beginning.</param>
/// <param name="Expectation">What would have been accepted.</param>
public sealed record RowDefect(long Line, string Text, string Expectation)
{
    /// <summary>Line, expectation and text.</summary>
    public override string ToString() => FormattableString.Invariant($"Line {Line}: expected {Expectation}, got '{Text}'.");
}
