namespace TradeBot.Sessions;

/// <summary>This process no longer owns the account: another took it over, or the lease ran out while this one stood still.</summary>
public sealed class LeaseLostException : InvalidOperationException
{
    /// <summary>Without words of its own.</summary>
    public LeaseLostException()
    {
    }

    /// <param name="message">What happened.</param>
    public LeaseLostException(string message)
        : base(message)
    {
    }

    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public LeaseLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
