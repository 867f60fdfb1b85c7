namespace TradeBot.Notebooks;

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
