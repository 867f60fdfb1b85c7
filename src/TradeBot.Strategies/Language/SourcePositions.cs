namespace TradeBot.Strategies;

/// <summary>The start of each part of an expression in its text, for messages, and the text in current syntax.</summary>
internal sealed class SourcePositions
{
    private readonly Dictionary<Expression, int> _offsets = new(ReferenceEqualityComparer.Instance);

    /// <summary>A note on legacy syntax in the text; null when there is none.</summary>
    public string? Note { get; set; }

    public void Add(Expression expression, int offset) => _offsets.TryAdd(expression, offset);

    /// <summary>Offset of a part; 0 when it was not parsed from text.</summary>
    public int Of(Expression expression) => _offsets.GetValueOrDefault(expression);
}
