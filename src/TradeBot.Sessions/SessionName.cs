namespace TradeBot.Sessions;

/// <summary>Names of sessions.</summary>
public static class SessionName
{
    private const int MostLetters = 24;

    /// <summary>The default name of a session: lower-case letters, digits and dashes, which exchanges accept in order links.</summary>
    /// <param name="strategy">The strategy's name with its parameters.</param>
    /// <returns>At most 24 characters, such as <c>ema-cross-12-26</c>.</returns>
    public static string Of(string strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        string letters = string.Concat(strategy.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        string name = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "session" : name.Length <= MostLetters ? name : name[..MostLetters].TrimEnd('-');
    }
}
