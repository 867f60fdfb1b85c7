namespace TradeBot.Sessions;

/// <summary>This process no longer holds the lease of the account: another took over, or the lease expired while this one was suspended.</summary>
public sealed class LeaseLostException : InvalidOperationException
{
    /// <summary>Creates the exception with a default message.</summary>
    public LeaseLostException()
    {
    }

    /// <param name="message">What happened.</param>
    public LeaseLostException(string message)
        : base(message)
    {
    }

    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public LeaseLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
