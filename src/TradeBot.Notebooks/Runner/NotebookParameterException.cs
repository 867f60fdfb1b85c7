namespace TradeBot.Notebooks;

/// <summary>A parameter that the notebook does not know, or a value that does not fit its type.</summary>
public sealed class NotebookParameterException : ArgumentException
{
    /// <param name="message">Names the parameter, and what the notebook accepts.</param>
    public NotebookParameterException(string message)
        : base(message)
    {
    }
}
