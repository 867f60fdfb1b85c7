using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>One output, by MIME type; text of a stream is under <c>stream/stdout</c> or <c>stream/stderr</c>.</summary>
internal sealed partial record ShownOutput(IReadOnlyDictionary<string, string> Forms)
{
    private const string Html = "text/html", Plain = "text/plain";

    /// <summary>True where a formatter of ours made the HTML: its outermost element has a class of ours.</summary>
    public bool IsOurs => OurElement().IsMatch(Forms.GetValueOrDefault(Html, ""));

    /// <summary>How this, which is recorded, differs from what the host shows; null when it does not.</summary>
    /// <remarks>Values of our types: the HTML to the character. Others, which each host shows in its own way: the numbers of the text.</remarks>
    public string? DifferenceFrom(ShownOutput hosted)
    {
        if (IsOurs)
            return TextDifference(Forms[Html], hosted.Forms.GetValueOrDefault(Html, ""));
        string[] recorded = Numbers(Words(this)), shown = Numbers(Words(hosted));
        return recorded.SequenceEqual(shown) ? null : $"recorded the numbers [{string.Join(' ', recorded)}], shown [{string.Join(' ', shown)}]";
    }

    private static string Words(ShownOutput output) => output.Forms.GetValueOrDefault(Plain) ?? Style().Replace(string.Concat(output.Forms.Values), "");

    private static string[] Numbers(string text) =>
        [.. Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture))];

    private static string? TextDifference(string recorded, string shown)
    {
        int common = recorded.AsSpan().CommonPrefixLength(shown);
        return common == recorded.Length && common == shown.Length ? null : $"from character {common} on, recorded \"{Around(recorded, common)}\", shown \"{Around(shown, common)}\"";
    }

    private static string Around(string text, int place) => text[Math.Max(0, place - 40)..Math.Min(text.Length, place + 80)];

    [GeneratedRegex("""^<[a-z]+ [^>]*class="tb""")]
    private static partial Regex OurElement();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(@"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")]
    private static partial Regex Number();
}
