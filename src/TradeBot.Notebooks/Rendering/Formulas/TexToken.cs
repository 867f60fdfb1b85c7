namespace TradeBot.Notebooks;

/// <summary>One piece of a formula's source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The command's name without its backslash; else the text.</param>
internal readonly record struct TexToken(TexTokenKind Kind, string Text)
{
    public bool Is(char character) => Kind == TexTokenKind.Character && Text.Length == 1 && Text[0] == character;

    public bool IsCommand(string name) => Kind == TexTokenKind.Command && Text == name;

    /// <summary>The token as written.</summary>
    public string Source => Kind == TexTokenKind.Command ? "\\" + Text : Text;
}

/// <summary>What a piece of a formula's source is.</summary>
internal enum TexTokenKind
{
    /// <summary>Nothing more.</summary>
    End,

    /// <summary>A backslash and a name, or one other character.</summary>
    Command,

    /// <summary>Digits with at most one point.</summary>
    Number,

    /// <summary>Any other character.</summary>
    Character,
}
