using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>A value that must not be recorded, and the name that replaces it.</summary>
internal sealed partial class Secret
{
    private const int ShortestValue = 6; // a shorter one would be found by chance in ordinary text

    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(10);

    /// <summary>What settings with secret-sounding names are often set to.</summary>
    private static readonly HashSet<string> OrdinaryValues = new(StringComparer.OrdinalIgnoreCase)
    {
        "enabled", "disabled", "enable", "disable", "required", "require", "optional", "always", "default", "manual", "automatic",
        "password", "passwd", "bearer", "digest", "oauth2", "kerberos", "negotiate", "interactive", "localhost",
        "administrator", "undefined",
    };

    private readonly string _mark;
    private readonly Regex? _asWord;

    private Secret(string name, string value)
    {
        Name = name;
        Value = value;
        _mark = $"[{name} redacted]";

        // Letters or digits alone also occur within other words and numbers, where they are not secret.
        // An escape such as \n before it, as in JSON, is not a letter of the word.
        if (value.All(char.IsLetter) || value.All(char.IsAsciiDigit))
            _asWord = new Regex($@"(?<=^|\W|\\[nrtbf])(?<!\d[.,]){Regex.Escape(value)}(?!\w|[.,]\d)", RegexOptions.CultureInvariant, LongestSearch);
    }

    public string Name { get; }

    public string Value { get; }

    /// <summary>A secret that the user named; null for a value that is too short to search for.</summary>
    public static Secret? Listed(string name, string value) => value.Length < ShortestValue ? null : new Secret(name, value);

    /// <summary>A secret recognised by its name; null where the name or the value shows that it is not secret.</summary>
    public static Secret? Named(string name, string value) => SecretNames.IsSecret(name) && !IsOrdinary(value) ? Listed(name, value) : null;

    /// <summary>The password within an address or a list of settings, whatever the variable is called; null where there is none.</summary>
    /// <param name="name">Such as <c>DATABASE_URL</c>.</param>
    /// <param name="value">Such as <c>postgres://user:password@host/db</c> or <c>Server=host;Password=…</c>.</param>
    public static Secret? Within(string name, string value)
    {
        Match found = Password().Match(value);
        return found.Success && !IsOrdinary(found.Groups["password"].Value) ? Listed(name, found.Groups["password"].Value) : null;
    }

    /// <summary>The text with the value replaced by its name.</summary>
    public string RedactIn(string text) =>
        _asWord is null ? text.Replace(Value, _mark, StringComparison.Ordinal) : _asWord.Replace(text, _ => _mark);

    private static bool IsOrdinary(string value) =>
        OrdinaryValues.Contains(value)
        || string.Equals(value, Environment.UserName, StringComparison.OrdinalIgnoreCase)
        || string.Equals(value, Environment.MachineName, StringComparison.OrdinalIgnoreCase)
        || IsPlace(value);

    /// <remarks>A relative path is none: whether it is there depends on the folder that a run was started from.</remarks>
    private static bool IsPlace(string value) => Path.IsPathFullyQualified(value) && Path.Exists(value);

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://[^/?#:@\s]*:(?<password>[^/?#\s]+)@|(^|;)\s*(password|pwd|accountkey|sharedaccesskey)\s*=\s*(?<password>[^;\s]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Password();
}
