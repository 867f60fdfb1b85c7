namespace TradeBot.Strategies;

/// <summary>The text of an expression cannot be read.</summary>
internal sealed class ExpressionFormatException(int offset, string message) : FormatException(message)
{
    /// <summary>Position in the text, from 0.</summary>
    public int Offset { get; } = offset;
}
