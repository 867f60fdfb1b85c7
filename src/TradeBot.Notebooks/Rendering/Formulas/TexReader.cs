using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Reads a formula's source piece by piece; blanks between pieces carry no meaning.</summary>
internal sealed class TexReader(string source)
{
    private int _position;

    /// <summary>The next token, which stays.</summary>
    public TexToken Peek()
    {
        int start = _position;
        TexToken token = Next();
        _position = start;
        return token;
    }

    /// <summary>The next token; of kind End, again and again, after the last.</summary>
    public TexToken Next()
    {
        SkipBlanks();
        if (_position >= source.Length)
            return new TexToken(TexTokenKind.End, "");
        int start = _position;
        char first = source[start];
        if (first == '\\')
            return Command();
        if (char.IsAsciiDigit(first))
            return Number();
        _position += Rune.TryGetRuneAt(source, start, out Rune rune) ? rune.Utf16SequenceLength : 1;
        return new TexToken(TexTokenKind.Character, source[start.._position]);
    }

    /// <summary>Takes the character when it is next.</summary>
    public bool Take(char character)
    {
        if (!Peek().Is(character))
            return false;
        Next();
        return true;
    }

    /// <summary>The first digit of the number that is next: where one argument is taken, it is one digit.</summary>
    public string Digit()
    {
        SkipBlanks();
        return source.Substring(_position++, 1);
    }

    /// <summary>The text between braces, or the next character, as it is written.</summary>
    public string Raw()
    {
        SkipBlanks();
        if (_position >= source.Length || source[_position] != '{')
            return Next().Source;
        int start = ++_position;
        for (int depth = 1; _position < source.Length; _position++)
        {
            if (source[_position] == '\\')
                _position++;
            else if (source[_position] == '{')
                depth++;
            else if (source[_position] == '}' && --depth == 0)
                return source[start.._position++];
        }

        _position = source.Length;
        return source[start..];
    }

    /// <summary>All that is left, as it is written.</summary>
    public string Rest()
    {
        string rest = source[Math.Min(_position, source.Length)..];
        _position = source.Length;
        return rest;
    }

    private TexToken Command()
    {
        int start = ++_position;
        while (_position < source.Length && char.IsAsciiLetter(source[_position]))
            _position++;
        if (_position == start && start < source.Length)
            _position++;
        string name = source[start..Math.Min(_position, source.Length)];
        if (_position < source.Length && source[_position] == '*' && name == "operatorname")
            name += source[_position++];
        return new TexToken(TexTokenKind.Command, name);
    }

    private TexToken Number()
    {
        int start = _position;
        while (_position < source.Length && char.IsAsciiDigit(source[_position]))
            _position++;
        if (_position + 1 < source.Length && source[_position] == '.' && char.IsAsciiDigit(source[_position + 1]))
        {
            _position++;
            while (_position < source.Length && char.IsAsciiDigit(source[_position]))
                _position++;
        }

        return new TexToken(TexTokenKind.Number, source[start.._position]);
    }

    private void SkipBlanks()
    {
        while (_position < source.Length && char.IsWhiteSpace(source[_position]))
            _position++;
    }
}
