namespace TradeBot.Notebooks;

/// <summary>A file is not a notebook that can be read: the message names the file or field and what is expected.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <param name="message">Where the text departs from nbformat, and what is expected there.</param>
    /// <param name="inner">The parser's own complaint, if there is one.</param>
    public NotebookFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
