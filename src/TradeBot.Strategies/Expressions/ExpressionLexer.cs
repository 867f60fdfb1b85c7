using System.Globalization;

namespace TradeBot.Strategies;

/// <summary>Splits the text of an expression into tokens.</summary>
/// <remarks>
/// A word consists of letters, digits and underscores; one that starts with a digit is a timeframe (5m), a time of day
/// (09:30) or a symbol. Everything else is a number, a quoted symbol or an operator.
/// </remarks>
internal static class ExpressionLexer
{
    private static readonly string[] Keywords = ["and", "or", "not", "on", "crosses"];

    private static readonly string[] Signs = [">=", "<=", ">", "<", "+", "-", "*", "/", "(", ")", "[", "]", ",", ".", ":"];

    public static List<Token> Tokens(string text)
    {
        List<Token> tokens = [];
        int at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
                break;
            Token token = Next(text, at);
            tokens.Add(token);
            at += token.Kind == TokenKind.Quoted ? token.Text.Length + 2 : token.Text.Length;
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    /// <summary>Whether a symbol can be written without quotes.</summary>
    public static bool IsPlainSymbol(string symbol) =>
        symbol.Length > 0 && symbol.All(IsWordCharacter) && !IsKeyword(symbol) && !FeedSyntax.LooksLikeTimeframe(symbol)
        && Next(symbol, 0) is { Kind: TokenKind.Word } token && token.Text == symbol;

    private static Token Next(string text, int start)
    {
        char first = text[start];
        if (char.IsAsciiDigit(first) || (first == '.' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])))
            return NumberOrWord(text, start);
        if (IsWordCharacter(first) || (first == '%' && start + 1 < text.Length && char.IsAsciiLetter(text[start + 1]))) // %R, %B
            return new Token(TokenKind.Word, text[start..EndOfWord(text, start + 1)], start);
        if (first == '"')
            return Quoted(text, start);

        string? sign = Array.Find(Signs, s => string.CompareOrdinal(text, start, s, 0, s.Length) == 0);
        return sign is null
            ? throw new ExpressionFormatException(start, $"'{first}' has no meaning here")
            : new Token(TokenKind.Sign, sign, start);
    }

    private static Token NumberOrWord(string text, int start)
    {
        if (start + 5 <= text.Length && text[start + 2] == ':' && char.IsAsciiDigit(text[start + 1]) && char.IsAsciiDigit(text[start + 3]) && char.IsAsciiDigit(text[start + 4]))
            return new Token(TokenKind.Word, text[start..(start + 5)], start);

        int end = EndOfNumber(text, start);
        if (end < text.Length && IsWordCharacter(text[end]))
            return new Token(TokenKind.Word, text[start..EndOfWord(text, start)], start);

        string digits = text[start..end];
        return new Token(TokenKind.Number, digits, start, double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static int EndOfNumber(string text, int start)
    {
        int at = SkipDigits(text, start);
        if (at < text.Length && text[at] == '.')
            at = SkipDigits(text, at + 1);
        if (at < text.Length && (text[at] is 'e' or 'E'))
        {
            int digits = at + 1 < text.Length && (text[at + 1] is '+' or '-') ? at + 2 : at + 1;
            int end = SkipDigits(text, digits);
            at = end > digits ? end : at;
        }

        return at;
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static int EndOfWord(string text, int start)
    {
        int at = start;
        while (at < text.Length && IsWordCharacter(text[at]))
            at++;
        return at;
    }

    private static Token Quoted(string text, int start)
    {
        int end = text.IndexOf('"', start + 1);
        return end < 0
            ? throw new ExpressionFormatException(start, "the quoted symbol does not end")
            : new Token(TokenKind.Quoted, text[(start + 1)..end], start);
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
