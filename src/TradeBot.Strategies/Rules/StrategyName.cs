using System.Text.RegularExpressions;

namespace TradeBot.Strategies;

/// <summary>The name of a strategy with its parameter values.</summary>
internal static partial class StrategyName
{
    /// <summary>The name with braces replaced by values, and the other parameters appended, such as <c>Dip (length=14)</c>.</summary>
    public static string Of(StrategyDefinition definition)
    {
        string text = definition.Name ?? definition.DefaultName;
        Dictionary<string, double> values = definition.Parameters.DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Value);
        HashSet<string> mentioned = definition.Name is null ? [] : [.. MentionedIn(text)];
        string name = definition.Name is null ? text : Braces().Replace(text, match => values.TryGetValue(match.Groups["name"].Value, out double value) ? Text(value) : match.Value);
        return Append(name, definition.Parameters.Where(p => !mentioned.Contains(p.Key)));
    }

    /// <summary>A name with values appended.</summary>
    public static string Append(string name, IEnumerable<KeyValuePair<string, double>> parameters)
    {
        string values = string.Join(", ", parameters.Select(p => $"{p.Key}={Text(p.Value)}"));
        return values.Length == 0 ? name : $"{name} ({values})";
    }

    /// <summary>The parameters mentioned in braces in a name.</summary>
    public static IEnumerable<string> MentionedIn(string name) => Braces().Matches(name).Select(m => m.Groups["name"].Value);

    private static string Text(double value) => new Argument(value).ToString();

    [GeneratedRegex(@"\{(?<name>[A-Za-z][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Braces();
}
