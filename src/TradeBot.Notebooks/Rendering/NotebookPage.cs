using System.Globalization;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Renders a notebook, with the outputs recorded in it, as one self-contained HTML page.</summary>
/// <remarks>
/// The page makes no network request and runs no script: its content security policy forbids both. HTML in
/// Markdown cells and in <c>text/html</c> outputs is kept, since it is the author's; all other text is data and
/// is encoded. The same document always gives the same page, byte for byte.
/// </remarks>
public static class NotebookPage
{
    internal const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>Renders the page.</summary>
    /// <param name="document">Its cells, with their recorded outputs.</param>
    /// <param name="name">The notebook's name: the title where it has no first-level heading.</param>
    /// <param name="folder">The notebook's folder, from which images that Markdown names are taken into the page; null for none.</param>
    /// <returns>HTML, LF between lines.</returns>
    public static string Render(NotebookDocument document, string name, string? folder = null)
    {
        var prose = new PageProse(folder);
        var body = new StringBuilder();
        foreach (NotebookCell cell in document.Cells)
            AppendCell(body, cell, prose);

        string title = prose.Headings.FirstOrDefault(heading => heading.Level == 1)?.Text ?? name;
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>").Append(HtmlText.Encode(title)).Append("</title>\n");
        page.Append("<style>\n").Append(Style()).Append("</style>\n</head>\n<body>\n<main>\n");
        AppendContents(page, prose.Headings);
        page.Append(body).Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>Renders the page to a file, whole or not at all.</summary>
    /// <param name="document">Its cells, with their recorded outputs.</param>
    /// <param name="name">The notebook's name.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="path">The page; its folder is created.</param>
    public static void Save(NotebookDocument document, string name, string? folder, string path) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(Render(document, name, folder)));

    internal static string Style()
    {
        using Stream stream = typeof(NotebookPage).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static void AppendContents(StringBuilder page, IReadOnlyList<PageHeading> headings)
    {
        PageHeading[] listed = [.. headings.Where(heading => heading.Level <= 3)];
        if (listed.Length < 2)
            return;

        page.Append("<nav aria-label=\"Contents\">\n<ol>\n");
        foreach (PageHeading heading in listed)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"h{heading.Level}\"><a href=\"#{HtmlText.Encode(heading.Anchor)}\">")
                .Append(HtmlText.Encode(heading.Text)).Append("</a></li>\n");
        }

        page.Append("</ol>\n</nav>\n");
    }

    private static void AppendCell(StringBuilder body, NotebookCell cell, PageProse prose)
    {
        if (cell.Kind == CellKind.Markdown)
        {
            body.Append("<section class=\"cell prose\">\n").Append(prose.OfCell(cell.Source, cell.Attachments)).Append("</section>\n");
        }
        else if (cell.Source.Length > 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"<section class=\"cell\" id=\"cell-{cell.Number}\">\n");
            AppendCode(body, cell);
            foreach (System.Text.Json.Nodes.JsonObject output in cell.Outputs)
                body.Append(PageOutput.Html(output));
            body.Append("</section>\n");
        }
    }

    private static void AppendCode(StringBuilder body, NotebookCell cell)
    {
        bool failed = cell.Outputs.Any(output => output["output_type"]?.ToString() == "error");
        bool isCSharp = cell.Kind == CellKind.Code && cell.Language == CellLanguage.CSharp;
        string firstLine = cell.Source.Split('\n').FirstOrDefault(line => line.Trim().Length > 0, "").Trim();
        body.Append(failed ? "<details class=\"code\" open>" : "<details class=\"code\">");
        body.Append(CultureInfo.InvariantCulture, $"<summary>cell {cell.Number} <code>{HtmlText.Encode(firstLine)}</code></summary>\n");
        body.Append("<pre><code>").Append(isCSharp ? CodeHighlighter.Html(cell.Source) : HtmlText.Encode(cell.Source)).Append("</code></pre></details>\n");
    }
}
