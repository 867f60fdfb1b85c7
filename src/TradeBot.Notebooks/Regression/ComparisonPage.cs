using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Renders what a run shows otherwise than recorded: cell by cell, before and after side by side.</summary>
/// <remarks>As notebook pages, it makes no request and runs no script but its own.</remarks>
public static class ComparisonPage
{
    private const int MostListed = 50;

    private const string Style = """
        body { max-width: 100rem; }
        .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1rem; }
        .sides > section { border: 1px solid #8886; border-radius: 4px; padding: 0 .75rem .75rem; overflow-x: auto; }
        .differences { font-size: .9rem; overflow-wrap: anywhere; }
        @media (max-width: 50rem) { .sides { grid-template-columns: minmax(0, 1fr); } }

        """;

    /// <summary>Renders the cells that do not agree.</summary>
    /// <param name="comparison">A run beside the recorded outputs.</param>
    /// <param name="name">The notebook's name.</param>
    /// <returns>HTML, LF between lines.</returns>
    public static string Render(NotebookComparison comparison, string name)
    {
        CellComparison[] cells = [.. comparison.Cells.Where(cell => !cell.Agrees)];
        var content = new StringBuilder("<style>\n").Append(Style).Append("</style>\n<main class=\"comparison\">\n");
        content.Append("<h1>").Append(HtmlText.Encode(name)).Append("</h1>\n");
        content.Append(CultureInfo.InvariantCulture, $"<p>{cells.Length} of {comparison.Cells.Count} cells do not agree with what is recorded.</p>\n");
        var scripts = new PageScripts();
        var outputs = new PageOutputs(new PageIds(), scripts);
        foreach (CellComparison cell in cells)
            AppendCell(content, cell, outputs);
        return PageFrame.Html(name + ": differences", content.Append("</main>\n"), scripts);
    }

    /// <summary>Renders the page to a file, whole or not at all.</summary>
    /// <param name="comparison">A run beside the recorded outputs.</param>
    /// <param name="name">The notebook's name.</param>
    /// <param name="path">The page; its folder is created.</param>
    public static void Save(NotebookComparison comparison, string name, string path) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(Render(comparison, name)));

    private static void AppendCell(StringBuilder page, CellComparison cell, PageOutputs outputs)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"cell-{cell.Recorded.Number}\">{NotebookPage.Label(cell.Recorded)}</h2>\n");
        page.Append("<details class=\"code\"><summary>source</summary>\n<pre><code>").Append(HtmlText.Encode(cell.Recorded.Source)).Append("</code></pre></details>\n");
        page.Append("<ul class=\"differences\">\n");
        foreach (string reason in Reasons(cell))
            page.Append("<li>").Append(HtmlText.Encode(reason)).Append("</li>\n");
        page.Append("</ul>\n<div class=\"sides\">\n");
        AppendSide(page, "recorded", cell.Recorded.Outputs, outputs);
        AppendSide(page, "now", cell.Run.Cell.Outputs, outputs);
        page.Append("</div>\n");
    }

    private static IEnumerable<string> Reasons(CellComparison cell)
    {
        if (cell.IsStale)
            yield return "The source changed since the outputs were recorded.";
        if (cell.Run.Error is { } error)
            yield return $"{error.Name}: {error.Message}";
        foreach (Difference difference in cell.Differences.Take(MostListed))
            yield return difference.ToString();
        if (cell.Differences.Count > MostListed)
            yield return string.Create(CultureInfo.InvariantCulture, $"… and {cell.Differences.Count - MostListed} more");
    }

    private static void AppendSide(StringBuilder page, string title, IReadOnlyList<JsonObject> shown, PageOutputs outputs)
    {
        page.Append("<section>\n<h3>").Append(title).Append("</h3>\n");
        foreach (JsonObject output in shown)
            page.Append(outputs.Html(output));
        page.Append("</section>\n");
    }
}
