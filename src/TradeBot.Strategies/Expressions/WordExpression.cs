namespace TradeBot.Strategies;

/// <summary>A word or a time of day as an argument, such as <c>monday</c> or <c>09:30</c>.</summary>
public sealed class WordExpression : Expression
{
    internal WordExpression(string word) => Word = word;

    /// <summary>The word.</summary>
    public string Word { get; }

    internal override Precedence Precedence => Precedence.Whole;

    private protected override string Write() => Word;
}
