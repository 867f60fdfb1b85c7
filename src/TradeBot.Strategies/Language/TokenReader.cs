namespace TradeBot.Strategies;

/// <summary>Reads the tokens of a text with one token of lookahead.</summary>
internal abstract class TokenReader(string text)
{
    private readonly List<Token> _tokens = ExpressionLexer.Tokens(text);
    private int _next;

    protected Token Current => _tokens[_next];

    protected Token TakeName(string what) => Current.Kind == TokenKind.Word ? Take() : throw Unexpected(what);

    protected Token Take()
    {
        Token token = Current;
        _next += token.Kind == TokenKind.End ? 0 : 1;
        return token.Kind == TokenKind.End ? throw Unexpected("a value") : token;
    }

    protected bool TakeWord(string word)
    {
        bool found = Current.IsWord(word);
        _next += found ? 1 : 0;
        return found;
    }

    protected bool TakeSign(string sign)
    {
        bool found = Current.Is(sign);
        _next += found ? 1 : 0;
        return found;
    }

    protected void Require(string sign)
    {
        if (!TakeSign(sign))
            throw Unexpected($"'{sign}'");
    }

    protected ExpressionFormatException Unexpected(string expected) => new(Current.Offset, $"expected {expected}, got {Current}");
}
