namespace TradeBot.Notebooks;

/// <summary>A run of lines that belong together: a magic alone, or text in one language with the magic that opened it.</summary>
/// <param name="Language">The language of the text, or in which the magic stands.</param>
/// <param name="Word">The name after <c>#!</c> or <c>%%</c> as written, with its words; null for text at the cell's begin.</param>
/// <param name="MagicLine">Where the magic stands, from 0.</param>
/// <param name="First">The first line of the text, from 0.</param>
/// <param name="End">The line after the last.</param>
internal readonly record struct CellPart(string Language, string? Word, int MagicLine, int First, int End)
{
    public string Name => Word!.Split((char[]?)null, 2)[0];

    public string Words => Word!.Split((char[]?)null, 2) is [_, string words] ? words : "";
}
