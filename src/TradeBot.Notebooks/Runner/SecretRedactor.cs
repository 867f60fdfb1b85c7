using System.Collections;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Removes secrets from recorded outputs: the values of variables whose names suggest a secret.</summary>
public sealed class SecretRedactor
{
    private readonly Secret[] _secrets;

    private SecretRedactor(IEnumerable<Secret?> secrets)
    {
        // The longest first: a secret may contain another.
        _secrets = [.. secrets.OfType<Secret>().OrderByDescending(secret => secret.Value.Length).ThenBy(secret => secret.Name, StringComparer.Ordinal)];
    }

    /// <summary>Leaves everything as it is.</summary>
    public static SecretRedactor None { get; } = new([]);

    /// <summary>Redacts the values of this process's environment variables that are named as secrets are, or are listed.</summary>
    /// <param name="names">Further variables to redact, whatever their names.</param>
    /// <remarks>
    /// <para>
    /// Secret are names with a word such as KEY, TOKEN, SECRET, PASSWORD, PWD or CREDENTIALS, unless the name is
    /// PWD or OLDPWD, which are directories, ends with a word such as SOCK, FILE, DIR, URL, USER or TYPE, or begins with one such as MAX or USE.
    /// </para>
    /// <para>
    /// Left as they are: values under six characters, the full path of a file or folder that exists, the user's and the machine's
    /// name, and words that settings are set to, such as <c>enabled</c>. A value of letters or of digits alone is redacted as a whole word only.
    /// Of an address with a password, such as <c>postgres://user:password@host</c>, and of a connection string, the password is redacted
    /// whatever the variable is called. A variable that is listed is redacted whatever its value is, from six characters on.
    /// </para>
    /// </remarks>
    public static SecretRedactor OfEnvironment(params IEnumerable<string> names)
    {
        var listed = names.ToHashSet(StringComparer.Ordinal);
        return new SecretRedactor(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value ?? ""))
            .SelectMany(entry => listed.Contains(entry.Name) ? [Secret.Listed(entry.Name, entry.Value)] : SecretsOf(entry.Name, entry.Value)));
    }

    /// <summary>Redacts also the values among these that are named as secrets are.</summary>
    /// <param name="values">Names and values, such as a run's parameters.</param>
    public SecretRedactor With(IEnumerable<KeyValuePair<string, string>> values) =>
        new([.. _secrets, .. values.SelectMany(value => SecretsOf(value.Key, value.Value))]);

    /// <summary>The text with each secret replaced by <c>[NAME redacted]</c>.</summary>
    /// <param name="text">Any text.</param>
    public string Redact(string text)
    {
        foreach (Secret secret in _secrets)
            text = secret.RedactIn(text);
        return text;
    }

    private static Secret?[] SecretsOf(string name, string value) => [Secret.Named(name, value), Secret.Within(name, value)];

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
}
