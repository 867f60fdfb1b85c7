namespace TradeBot.Sessions;

/// <summary>What sessions are called.</summary>
public static class SessionName
{
    private const int MostLetters = 24;

    /// <summary>The name of a session that is given none: lower-case letters, digits and dashes, as exchanges accept them in the names of orders.</summary>
    /// <param name="strategy">The strategy's name with its parameters.</param>
    /// <returns>At most 24 letters, such as <c>ema-cross-12-26</c>.</returns>
    public static string Of(string strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        string letters = string.Concat(strategy.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        string name = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "session" : name.Length <= MostLetters ? name : name[..MostLetters].TrimEnd('-');
    }
}
