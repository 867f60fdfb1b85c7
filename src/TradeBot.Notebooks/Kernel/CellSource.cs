namespace TradeBot.Notebooks;

/// <summary>The code of one cell and the name under which errors speak of it.</summary>
/// <param name="Name">Such as <c>cell 3</c>: where a stack trace says the code is.</param>
/// <param name="Code">The text, LF between lines.</param>
public sealed record CellSource(string Name, string Code)
{
    /// <summary>The language of the text up to the first line that names another, such as <c>#!fsharp</c>; C# by default.</summary>
    public string Language { get; init; } = CellLanguage.CSharp;
}
