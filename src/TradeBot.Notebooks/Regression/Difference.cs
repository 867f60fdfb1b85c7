namespace TradeBot.Notebooks;

/// <summary>A difference between a cell's output and the recorded one.</summary>
/// <param name="Place">Where in the cell's outputs, in words.</param>
/// <param name="Recorded">What was recorded; null when it is new.</param>
/// <param name="Actual">What the run gave; null when it is missing.</param>
/// <param name="Note">By how much, or how many more; null where there is nothing to add.</param>
public sealed record Difference(string Place, string? Recorded, string? Actual, string? Note = null)
{
    private const int Longest = 120;

    /// <summary>The difference in one line.</summary>
    public override string ToString()
    {
        string what = (Recorded, Actual) switch
        {
            (null, { } actual) => $"new: {Short(actual)}",
            ({ } recorded, null) => $"missing: {Short(recorded)}",
            _ => $"recorded {Short(Recorded!)}, now {Short(Actual!)}",
        };
        return Note is null ? $"{Place}: {what}" : $"{Place}: {what} ({Note})";
    }

    internal Difference In(string place) => this with { Place = Place.Length == 0 ? place : $"{place}, {Place}" };

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings("⏎").Trim();
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }
}
