namespace TradeBot.Strategies;

/// <summary>The reserved words of every expression.</summary>
internal static class Keywords
{
    public const string Model = "model";

    private static readonly Dictionary<string, Series> Series = ((IEnumerable<Series>)
    [
        .. Enum.GetValues<PriceField>().Select(field => new PriceSeries(field)), .. Enum.GetValues<CalendarField>().Select(field => new CalendarSeries(field)),
    ]).ToDictionary(series => series.ToString());

    /// <summary>Every word.</summary>
    public static IEnumerable<string> All => FunctionTable.All.Select(f => f.Name).Concat(Series.Keys).Append(Model);

    /// <summary>The candle field or calendar field of this name; null when the word is something else.</summary>
    public static Series? SeriesOf(string word) => Series.GetValueOrDefault(word);

    /// <summary>Whether a word is reserved for a price, the calendar or a function.</summary>
    public static bool IsWord(string word) => word == Model || Series.ContainsKey(word) || FunctionTable.Find(word) is not null;

    /// <summary>Whether a word can be a name.</summary>
    public static bool IsName(string word) =>
        word.Length > 0 && char.IsAsciiLetter(word[0]) && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !ExpressionLexer.IsKeyword(word);
}
