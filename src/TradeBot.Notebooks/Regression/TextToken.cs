using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>What a piece of text means to a comparison.</summary>
internal enum TextTokenKind
{
    Text,
    Number,

    /// <summary>How long something took: differs from run to run.</summary>
    Duration,

    /// <summary>A GUID or an address: differs from run to run.</summary>
    Id,

    /// <summary>A line of dashes, as long as a table happens to be wide.</summary>
    Rule,
}

/// <summary>One piece of a line; blanks between pieces carry no meaning.</summary>
internal readonly partial record struct TextToken(TextTokenKind Kind, string Text, double Value = double.NaN)
{
    private const string Digits = @"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?";

    public static List<TextToken> Read(string line)
    {
        var tokens = new List<TextToken>();
        foreach (Match match in Pattern().Matches(line))
            tokens.Add(Of(match));
        return tokens;
    }

    public bool Equals(TextToken other, Tolerance tolerance) => Kind == other.Kind && Kind switch
    {
        TextTokenKind.Number => tolerance.Accepts(Value, other.Value),
        TextTokenKind.Text => Text == other.Text,
        _ => true,
    };

    private static TextToken Of(Match match)
    {
        if (match.Groups["id"].Success)
            return new TextToken(TextTokenKind.Id, match.Value);
        if (match.Groups["duration"].Success)
            return new TextToken(TextTokenKind.Duration, match.Value);
        if (match.Groups["rule"].Success)
            return new TextToken(TextTokenKind.Rule, match.Value);
        if (!match.Groups["number"].Success)
            return new TextToken(TextTokenKind.Text, match.Value);
        string digits = match.Value.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
        return new TextToken(TextTokenKind.Number, match.Value, double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    // Durations: any number of ns, µs or ms; seconds with a fraction (whole ones may be a setting); a TimeSpan's seven digits.
    [GeneratedRegex(
        @"(?<id>\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\b|\b0x[0-9a-fA-F]{6,16}\b)" +
        @"|(?<duration>(?<![\w.:-])(?:(?:" + Digits + @")\s?(?:ns|µs|μs|us|ms)\b|\d+\.\d+\s?(?:s|secs?|seconds?)\b|(?:\d+\.)?\d\d:\d\d:\d\d\.\d{7}(?![\dZ])))" +
        @"|(?<rule>[-=_─━═]{3,})" +
        @"|(?<number>(?<!\w)[+\-−]?(?:" + Digits + "))" +
        @"|[\p{L}_][\p{L}\p{M}\p{N}_]*|\d+|\S",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
