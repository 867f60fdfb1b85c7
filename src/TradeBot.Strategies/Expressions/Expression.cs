namespace TradeBot.Strategies;

/// <summary>Something that a strategy computes at each candle, as data: what was typed, not yet a computation.</summary>
/// <remarks>
/// Immutable. Its text is its identity: two expressions that are written the same are equal, and a strategy
/// computes them once. The text is what a strategy document holds and reads back.
/// </remarks>
public abstract class Expression : IEquatable<Expression>
{
    private string? _text;

    private protected Expression()
    {
    }

    /// <summary>How strongly its parts hold together in the text.</summary>
    internal abstract Precedence Precedence { get; }

    /// <summary>The expressions that it is computed from, in the order of the text.</summary>
    public virtual IEnumerable<Expression> Parts => [];

    /// <summary>The expression as a strategy document writes it.</summary>
    public sealed override string ToString() => _text ??= Write();

    /// <summary>Whether both are written the same.</summary>
    public bool Equals(Expression? other) => other is not null && (ReferenceEquals(this, other) || ToString() == other.ToString());

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Expression);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private protected abstract string Write();

    /// <summary>The text of a part, in parentheses when it holds together less strongly than its place asks.</summary>
    private protected static string Inside(Expression part, Precedence place) =>
        part.Precedence < place ? $"({part})" : part.ToString();

    private protected static string List(IEnumerable<Expression> arguments) => string.Join(", ", arguments);
}

/// <summary>How strongly the parts of an expression hold together, weakest first.</summary>
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
