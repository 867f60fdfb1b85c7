using System.Collections;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>Takes secrets out of what a notebook records: the values of variables whose names say that they are secret.</summary>
public sealed partial class SecretRedactor
{
    private const int ShortestSecret = 6; // a shorter value would be found by chance in ordinary text

    private readonly (string Name, string Value)[] _secrets;

    private SecretRedactor(IEnumerable<(string Name, string Value)> secrets)
    {
        // The longest first: a secret may contain another.
        _secrets = [.. secrets.Where(secret => secret.Value.Length >= ShortestSecret).OrderByDescending(secret => secret.Value.Length).ThenBy(secret => secret.Name, StringComparer.Ordinal)];
    }

    /// <summary>Leaves everything as it is.</summary>
    public static SecretRedactor None { get; } = new([]);

    /// <summary>Redacts the values of this process's environment variables that are named as secrets are, or are listed.</summary>
    /// <param name="names">Further variables to redact, whatever their names.</param>
    /// <remarks>Secret are names with a part such as KEY, TOKEN, SECRET, PASSWORD, CREDENTIAL. Values under six characters are left.</remarks>
    public static SecretRedactor OfEnvironment(params IEnumerable<string> names)
    {
        var listed = names.ToHashSet(StringComparer.Ordinal);
        return new SecretRedactor(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => ((string)entry.Key, (string?)entry.Value ?? ""))
            .Where(entry => listed.Contains(entry.Item1) || IsSecret(entry.Item1)));
    }

    /// <summary>Redacts also the values among these that are named as secrets are.</summary>
    /// <param name="values">Names and values, such as a run's parameters.</param>
    public SecretRedactor With(IEnumerable<KeyValuePair<string, string>> values) =>
        new([.. _secrets, .. values.Where(value => IsSecret(value.Key)).Select(value => (value.Key, value.Value))]);

    /// <summary>The text with <c>[NAME redacted]</c> in the place of each secret.</summary>
    /// <param name="text">Any text.</param>
    public string Redact(string text)
    {
        foreach ((string name, string value) in _secrets)
            text = text.Replace(value, $"[{name} redacted]", StringComparison.Ordinal);
        return text;
    }

    internal bool IsEmpty => _secrets.Length == 0;

    internal CellError Redact(CellError error) =>
        IsEmpty ? error : error with { Message = Redact(error.Message), Trace = [.. error.Trace.Select(Redact)] };

    /// <summary>Redacts every text of an output; a list of lines is read as one text, since a secret may have several.</summary>
    internal JsonObject Redact(JsonObject output) => IsEmpty ? output : Node(output)!.AsObject();

    private JsonNode? Node(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(Redact(member.Key), Node(member.Value))));
            case JsonArray lines when lines.Count > 0 && MultilineText.Read(lines) is { } text:
                string redacted = Redact(text);
                return redacted == text ? lines.DeepClone() : MultilineText.Write(redacted);
            case JsonArray items:
                return new JsonArray([.. items.Select(Node)]);
            case JsonValue value when value.TryGetValue(out string? text):
                return Redact(text);
            default:
                return node?.DeepClone();
        }
    }

    internal static bool IsSecret(string name) => SecretName().IsMatch(name);

    [GeneratedRegex("((?i:^|[_.-])(?i:api_?key|key|token|secret|password|passwd|passphrase|pwd|credentials?|auth)(?i:[_.-]|$))|(?i:apikey|secret|password)|[a-z](Key|Token)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();
}
