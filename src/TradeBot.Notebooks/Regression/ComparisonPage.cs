using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Renders two runs cell by cell, side by side, with what differs listed and marked.</summary>
/// <remarks>As notebook pages, it makes no request and runs no script but its own.</remarks>
public static class ComparisonPage
{
    /// <summary>Renders the cells of a test that do not agree with what is recorded.</summary>
    /// <param name="comparison">A run beside the recorded outputs.</param>
    /// <param name="name">The notebook's name.</param>
    /// <returns>HTML, LF between lines.</returns>
    public static string Render(NotebookComparison comparison, string name)
    {
        ComparedCell[] cells = [.. comparison.Cells.Where(cell => !cell.Agrees).Select(ComparedCell.Of)];
        string summary = string.Create(CultureInfo.InvariantCulture, $"{cells.Length} of {comparison.Cells.Count} cells differ from what is recorded.");
        return Render(name, name + ": differences", summary, cells, ("recorded", "now"));
    }

    /// <summary>Renders all cells of two recorded runs; those that agree as a line each.</summary>
    /// <param name="comparison">The two runs.</param>
    /// <param name="before">The name of the first.</param>
    /// <param name="after">The name of the second.</param>
    /// <returns>HTML, LF between lines.</returns>
    public static string Render(RunComparison comparison, string before, string after)
    {
        ComparedCell[] cells = [.. comparison.Cells.Select(ComparedCell.Of)];
        string title = before == after ? before : $"{before} and {after}";
        string summary = string.Create(CultureInfo.InvariantCulture, $"{comparison.Cells.Count(cell => !cell.Agrees)} of {cells.Length} cells differ.");
        return Render(title, title + ": comparison", summary, cells, before == after ? ("first", "second") : (before, after));
    }

    /// <summary>Renders a test's page to a file, whole or not at all.</summary>
    /// <param name="comparison">A run beside the recorded outputs.</param>
    /// <param name="name">The notebook's name.</param>
    /// <param name="path">The page; its folder is created.</param>
    public static void Save(NotebookComparison comparison, string name, string path) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(Render(comparison, name)));

    /// <summary>Renders the page of two recorded runs to a file, whole or not at all.</summary>
    /// <param name="comparison">The two runs.</param>
    /// <param name="before">The name of the first.</param>
    /// <param name="after">The name of the second.</param>
    /// <param name="path">The page; its folder is created.</param>
    public static void Save(RunComparison comparison, string before, string after, string path) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(Render(comparison, before, after)));

    private static string Render(string heading, string title, string summary, ComparedCell[] cells, (string Before, string After) sides)
    {
        var content = new StringBuilder("<main class=\"comparison\">\n<h1>").Append(HtmlText.Encode(heading)).Append("</h1>\n");
        content.Append("<p>").Append(summary).Append("</p>\n");
        var scripts = new PageScripts();
        var outputs = new PageOutputs(new PageIds(), scripts);
        foreach (ComparedCell cell in cells)
            AppendCell(content, cell, outputs, sides);
        return PageFrame.Html(title, content.Append("</main>\n"), scripts);
    }

    private static void AppendCell(StringBuilder content, ComparedCell cell, PageOutputs outputs, (string Before, string After) sides)
    {
        bool agrees = cell.Reasons.Count == 0;
        content.Append("<section class=\"cell\">\n");
        if (!agrees)
            content.Append("<h2>").Append(cell.Label).Append("</h2>\n");
        content.Append("<details class=\"code\"><summary>").Append(agrees ? cell.Label + " agrees" : "source").Append(" <code>").Append(HtmlText.Encode(cell.FirstLine)).Append("</code></summary>\n");
        content.Append(cell.Source).Append("</details>\n");
        if (!agrees)
            AppendDifferences(content, cell, outputs, sides);
        content.Append("</section>\n");
    }

    private static void AppendDifferences(StringBuilder content, ComparedCell cell, PageOutputs outputs, (string Before, string After) sides)
    {
        content.Append("<ul class=\"differences\">\n");
        foreach (string reason in cell.Reasons)
            content.Append("<li>").Append(HtmlText.Encode(reason)).Append("</li>\n");
        (string before, string after) = DifferenceMarks.Of(Html(cell.Before, outputs), Html(cell.After, outputs), cell.Tolerance);
        content.Append("</ul>\n<div class=\"sides\">\n");
        AppendSide(content, sides.Before, before);
        AppendSide(content, sides.After, after);
        content.Append("</div>\n");
    }

    private static void AppendSide(StringBuilder content, string title, string html) =>
        content.Append("<section>\n<h3>").Append(HtmlText.Encode(title)).Append("</h3>\n").Append(html.Length > 0 ? html : "<p>nothing</p>\n").Append("</section>\n");

    private static string Html(IReadOnlyList<JsonObject> shown, PageOutputs outputs) => string.Concat(shown.Select(outputs.Html));
}
