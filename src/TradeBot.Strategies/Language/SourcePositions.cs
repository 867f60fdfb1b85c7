namespace TradeBot.Strategies;

/// <summary>Where in its text each part of an expression begins, for messages, and what the text should be.</summary>
internal sealed class ExpressionPlaces
{
    private readonly Dictionary<Expression, int> _offsets = new(ReferenceEqualityComparer.Instance);

    /// <summary>A sentence about a text that is in an earlier spelling; null when it is in the present one.</summary>
    public string? Note { get; set; }

    public void Add(Expression expression, int offset) => _offsets.TryAdd(expression, offset);

    /// <summary>Offset of a part; 0 when it was not read from a text.</summary>
    public int Of(Expression expression) => _offsets.GetValueOrDefault(expression);
}
