namespace TradeBot.Strategies;

/// <summary>Where in its text each part of an expression begins, for messages.</summary>
internal sealed class ExpressionPlaces
{
    private readonly Dictionary<Expression, int> _offsets = new(ReferenceEqualityComparer.Instance);

    public void Add(Expression expression, int offset) => _offsets.TryAdd(expression, offset);

    /// <summary>Offset of a part; 0 when it was not read from a text.</summary>
    public int Of(Expression expression) => _offsets.GetValueOrDefault(expression);
}
