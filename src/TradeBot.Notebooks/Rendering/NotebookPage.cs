using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Renders a notebook, with the outputs recorded in it, as one self-contained HTML page.</summary>
/// <remarks>
/// The page makes no network request. It runs no script but the renderer's own, which draw charts and diagrams and sort tables:
/// its content security policy names them by their digests. Without scripts, and in print, charts are pictures. HTML in
/// Markdown cells and in <c>text/html</c> outputs is kept, since it is the author's, but for scripts; all other
/// text is data and is encoded. Outputs of code cells tagged <c>answer</c> are also shown at the top, below the first Markdown cell,
/// with a link to their cell. The same document always gives the same page, byte for byte.
/// </remarks>
public static class NotebookPage
{
    private const int FewestHeadings = 2;
    private const string AnswerTag = "answer";

    /// <summary>Renders the page.</summary>
    /// <param name="document">Its cells, with their recorded outputs.</param>
    /// <param name="name">The notebook's name: the title where it has no first-level heading.</param>
    /// <param name="folder">The notebook's folder, from which images that Markdown names are taken into the page; null for none.</param>
    /// <returns>HTML, LF between lines.</returns>
    public static string Render(NotebookDocument document, string name, string? folder = null)
    {
        var ids = new PageIds();
        var scripts = new PageScripts();
        var prose = new PageProse(folder, ids);
        var outputs = new PageOutputs(ids, scripts);
        var cells = new StringBuilder();
        foreach (NotebookCell cell in document.Cells)
            ids.Claim(Anchor(cell));
        NotebookCell? opening = document.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Markdown);
        foreach (NotebookCell cell in document.Cells)
        {
            AppendCell(cells, cell, prose, outputs);
            if (cell == opening)
                AppendAnswer(cells, document, outputs);
        }

        scripts.DrawsDiagrams |= prose.HasDiagrams;

        PageHeading[] listed = [.. prose.Headings.Where(heading => heading.Level <= 3)];
        var content = new StringBuilder();
        if (listed.Length >= FewestHeadings)
        {
            content.Append("<nav aria-label=\"Contents\">\n").Append(Contents(listed)).Append("</nav>\n");
            InsertFold(cells, listed);
        }

        content.Append("<main>\n").Append(cells).Append("</main>\n");
        return PageFrame.Html(prose.Headings.FirstOrDefault(heading => heading.Level == 1)?.Text ?? name, content, scripts);
    }

    /// <summary>Renders the page to a file, whole or not at all.</summary>
    /// <param name="document">Its cells, with their recorded outputs.</param>
    /// <param name="name">The notebook's name.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="path">The page; its folder is created.</param>
    public static void Save(NotebookDocument document, string name, string? folder, string path) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(Render(document, name, folder)));

    /// <summary>What a cell is called: its position, and the count that traces name where it is another.</summary>
    internal static string Label(NotebookCell cell)
    {
        string label = string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}");
        return cell.ExecutionCount is { } count && count != cell.Number ? string.Create(CultureInfo.InvariantCulture, $"{label} [{count}]") : label;
    }

    internal static string FirstLine(NotebookCell cell) => cell.Source.Split('\n').FirstOrDefault(line => line.Trim().Length > 0, "").Trim();

    internal static string CodeHtml(NotebookCell cell) =>
        cell.Kind == CellKind.Code && cell.Language == CellLanguage.CSharp ? CodeHighlighter.Html(cell.Source) : HtmlText.Encode(cell.Source);

    private static string Anchor(NotebookCell cell) => string.Create(CultureInfo.InvariantCulture, $"cell-{cell.Number}");

    private static string Contents(IReadOnlyList<PageHeading> headings)
    {
        var list = new StringBuilder("<ol>\n");
        foreach (PageHeading heading in headings)
        {
            list.Append(CultureInfo.InvariantCulture, $"<li class=\"h{heading.Level}\"><a href=\"#{HtmlText.Encode(heading.Anchor)}\">")
                .Append(HtmlText.Encode(heading.Text)).Append("</a></li>\n");
        }

        return list.Append("</ol>\n").ToString();
    }

    // What stands in for the list beside the page where there is no room beside it: under the title, which stays first.
    private static void InsertFold(StringBuilder cells, IReadOnlyList<PageHeading> headings)
    {
        const string End = "</h1>";
        string html = cells.ToString();
        int title = headings.FirstOrDefault(heading => heading.Level == 1) is { } first
            ? html.IndexOf($"id=\"{HtmlText.Encode(first.Anchor)}\"", StringComparison.Ordinal)
            : -1;
        int end = title < 0 ? -1 : html.IndexOf(End, title, StringComparison.Ordinal);
        cells.Insert(end < 0 ? 0 : end + End.Length, $"\n<details class=\"contents\"><summary>Contents</summary>\n{Contents(headings)}</details>\n");
    }

    private static void AppendCell(StringBuilder body, NotebookCell cell, PageProse prose, PageOutputs outputs)
    {
        if (cell.Kind == CellKind.Markdown)
        {
            body.Append("<section class=\"cell prose\">\n").Append(prose.OfCell(cell.Source, cell.Attachments)).Append("</section>\n");
        }
        else if (cell.Source.Length > 0)
        {
            body.Append("<section class=\"cell\" id=\"").Append(Anchor(cell)).Append("\">\n");
            AppendCode(body, cell);
            foreach (JsonObject output in cell.Outputs)
                body.Append(outputs.Html(output));
            body.Append("</section>\n");
        }
    }

    // A copy of recorded outputs, so that what a reader sees first is what the cells computed.
    private static void AppendAnswer(StringBuilder body, NotebookDocument document, PageOutputs outputs)
    {
        NotebookCell[] answers = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code && cell.HasTag(AnswerTag) && cell.Outputs.Count > 0)];
        if (answers.Length == 0)
            return;

        body.Append("<section class=\"cell answer\" aria-label=\"Answer\">\n");
        foreach (NotebookCell cell in answers)
        {
            body.Append("<p><strong>Answer</strong>, computed in <a href=\"#").Append(Anchor(cell)).Append("\">").Append(Label(cell)).Append("</a></p>\n");
            foreach (JsonObject output in cell.Outputs)
                body.Append(outputs.Html(output));
        }

        body.Append("</section>\n");
    }

    private static void AppendCode(StringBuilder body, NotebookCell cell)
    {
        bool failed = cell.Outputs.Any(output => output["output_type"]?.ToString() == "error");
        body.Append(failed ? "<details class=\"code\" open>" : "<details class=\"code\">");
        body.Append("<summary>").Append(Label(cell)).Append(" <code>").Append(HtmlText.Encode(FirstLine(cell))).Append("</code></summary>\n");
        body.Append("<pre><code>").Append(CodeHtml(cell)).Append("</code></pre></details>\n");
    }
}
