using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>Decides by a variable's name whether its value is secret.</summary>
/// <remarks>
/// A name is read word by word, at <c>_</c>, <c>-</c>, <c>.</c>, <c>:</c> and where camel case begins a word. It is secret when
/// a word says so and the last does not say that the value is only about a secret, such as the file it is in.
/// </remarks>
internal static partial class SecretNames
{
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "key", "keys", "token", "tokens", "secret", "secrets", "pass", "passwd", "passphrase", "passcode", "pwd",
        "credential", "credentials", "creds", "auth", "authorization", "jwt", "pat", "cookie",
    };

    /// <summary>What also ends words written together: PGPASSWORD, SYSTEM_ACCESSTOKEN, CLIENTSECRET.</summary>
    private static readonly string[] SecretEndings = ["apikey", "accesskey", "secretkey", "privatekey", "token", "secret", "password", "passwords", "passwd", "sshpass"];

    /// <summary>Last words of names whose values are not secret: a place, a person, a setting, an amount.</summary>
    private static readonly HashSet<string> About = new(StringComparer.OrdinalIgnoreCase)
    {
        "sock", "socket", "path", "paths", "file", "files", "filename", "dir", "directory", "folder", "home", "root", "store",
        "url", "uri", "host", "hostname", "port", "endpoint", "address", "domain", "realm", "issuer", "audience", "scope", "scopes",
        "user", "username", "name", "email", "agent", "pid", "helper", "provider", "plugin", "manager", "askpass",
        "type", "kind", "mode", "method", "format", "algorithm", "scheme", "version", "enabled", "disabled", "required",
        "count", "limit", "size", "length", "bits", "ttl", "timeout", "expiry", "expires", "expiration", "lifetime", "delay", "rate",
        "column", "columns", "index", "layout", "bindings", "parallelism",
    };

    /// <summary>First words of names of amounts and switches, which are not secret: MAX_TOKENS, USE_AUTH.</summary>
    private static readonly HashSet<string> AmountOrSwitch = new(StringComparer.OrdinalIgnoreCase)
    {
        "max", "min", "num", "use", "enable", "disable", "is", "has", "no", "skip", "require", "public",
    };

    /// <summary>Where shells keep directories; as a word of a longer name, PWD is a password.</summary>
    private static readonly string[] WorkingDirectories = ["PWD", "OLDPWD"];

    public static bool IsSecret(string name)
    {
        if (WorkingDirectories.Contains(name, StringComparer.Ordinal))
            return false;
        string[] words = WordBoundary().Split(name);
        return words.Any(IsSecretWord) && !About.Contains(words[^1]) && !AmountOrSwitch.Contains(words[0]);
    }

    private static bool IsSecretWord(string word) =>
        Secret.Contains(word) || SecretEndings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("[_.:-]+|(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WordBoundary();
}
