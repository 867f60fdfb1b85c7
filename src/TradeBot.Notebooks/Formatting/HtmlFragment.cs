namespace TradeBot.Notebooks;

/// <summary>Text that is HTML and is shown as such.</summary>
/// <param name="Content">A fragment, taken as it is.</param>
public sealed record HtmlFragment(string Content)
{
    /// <summary>The fragment's source.</summary>
    public override string ToString() => Content;
}
