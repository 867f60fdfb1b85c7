namespace TradeBot.Notebooks;

/// <summary>Text that is shown and not run: Markdown, HTML, a script for the page, a Mermaid diagram.</summary>
/// <remarks>
/// A diagram goes out as <c>text/vnd.mermaid</c>, which front ends that know Mermaid draw (JupyterLab does), and as
/// its source in HTML for those that do not: drawing it here would need the network or a browser.
/// </remarks>
internal sealed class MarkupLanguage(string language) : ICellLanguage
{
    public Task RunAsync(CellStep step, CellExecution run)
    {
        string text = step.Text!.Code.Trim('\n');
        return run.ShowAsync(() => Bundle(text));
    }

    public IReadOnlyList<SharedVariable> Variables() => [];

    public Task DeclareAsync(string name, object? value, CellExecution run) =>
        throw new NotSupportedException($"A text in {language} has no variables: set {name} in another language.");

    public void Dispose()
    {
    }

    private MimeBundle Bundle(string text) => language switch
    {
        MagicCatalog.Markdown => new MimeBundle(text).With("text/markdown", text),
        MagicCatalog.Html => new MimeBundle(text).With(MimeBundle.Html, text),
        MagicCatalog.JavaScript => new MimeBundle(text).With("application/javascript", text).With(MimeBundle.Html, $"<script type=\"text/javascript\">{text}</script>"),
        _ => new MimeBundle(text).With("text/vnd.mermaid", text).With(MimeBundle.Html, $"<pre class=\"mermaid\">{HtmlText.Encode(text)}</pre>"),
    };
}
