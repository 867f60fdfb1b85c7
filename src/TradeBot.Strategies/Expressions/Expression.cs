namespace TradeBot.Strategies;

/// <summary>An expression: something that a strategy computes at each candle, as data.</summary>
/// <remarks>
/// Immutable. Its text is its identity: two expressions with the same text are equal, and a strategy
/// computes them once. Strategy documents contain this text.
/// </remarks>
public abstract class Expression : IEquatable<Expression>
{
    private string? _text;

    private protected Expression()
    {
    }

    /// <summary>Operator precedence in the text.</summary>
    internal abstract Precedence Precedence { get; }

    /// <summary>The subexpressions, in the order of the text.</summary>
    public virtual IEnumerable<Expression> Parts => [];

    /// <summary>The expression as a strategy document writes it.</summary>
    public sealed override string ToString() => _text ??= Write();

    /// <summary>Whether both have the same text.</summary>
    public bool Equals(Expression? other) => other is not null && (ReferenceEquals(this, other) || ToString() == other.ToString());

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Expression);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private protected abstract string Write();

    /// <summary>The text of a part, in parentheses when its precedence is lower than its context requires.</summary>
    private protected static string Inside(Expression part, Precedence place) =>
        part.Precedence < place ? $"({part})" : part.ToString();

    private protected static string List(IEnumerable<Expression> arguments) => string.Join(", ", arguments);
}

/// <summary>Operator precedence, weakest first.</summary>
internal enum Precedence
{
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Postfix,
    Whole,
}
