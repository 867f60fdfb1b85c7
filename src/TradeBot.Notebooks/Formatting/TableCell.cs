namespace TradeBot.Notebooks;

/// <summary>One cell's text, and whether it is a number and stands to the right.</summary>
internal readonly record struct TableCell(string Text, bool IsNumber)
{
    public static TableCell Of(object? value) => new(InlineText.Of(value), ScalarText.IsNumber(value));
}
