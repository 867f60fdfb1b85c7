using System.Globalization;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Renders the page that leads to the pages of several notebooks.</summary>
public static class IndexPage
{
    /// <summary>The file name of an index.</summary>
    public const string FileName = "index.html";

    /// <summary>Renders the index.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="entries">What is said of each notebook, and the address of its page as seen from the index, in order.</param>
    /// <returns>HTML, LF between lines.</returns>
    public static string Render(string title, IEnumerable<(NotebookSummary Notebook, string Address)> entries)
    {
        var content = new StringBuilder("<main>\n<h1>").Append(HtmlText.Encode(title)).Append("</h1>\n");
        foreach ((NotebookSummary notebook, string address) in entries)
            AppendEntry(content, notebook, address);
        return PageFrame.Html(title, content.Append("</main>\n"), new PageScripts());
    }

    /// <summary>Writes an index into each folder that pages of these notebooks lie in, whole or not at all.</summary>
    /// <param name="jobs">Notebooks whose pages are written.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="ArgumentException">A notebook's own page is called as the index is.</exception>
    public static IReadOnlyList<string> Save(IEnumerable<NotebookJob> jobs)
    {
        var written = new List<string>();
        foreach (IGrouping<string, NotebookJob> folder in jobs.GroupBy(job => Path.GetDirectoryName(job.Page)!, StringComparer.Ordinal))
        {
            string path = Path.Combine(folder.Key, FileName);
            if (folder.FirstOrDefault(job => string.Equals(job.Page, path, StringComparison.OrdinalIgnoreCase)) is { } clash)
                throw new ArgumentException($"The page of {clash.Source} would have the path of the index: rename the notebook, or render it alone.", nameof(jobs));
            string html = Render(Path.GetFileName(Path.GetDirectoryName(folder.First().Source)) ?? "Notebooks", folder.Select(Entry));
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(html));
            written.Add(path);
        }

        return written;
    }

    private static (NotebookSummary, string) Entry(NotebookJob job) =>
        (NotebookSummary.Of(NotebookDocument.Load(job.Source), job.Name), Uri.EscapeDataString(Path.GetFileName(job.Page)));

    private static void AppendEntry(StringBuilder content, NotebookSummary notebook, string address)
    {
        content.Append("<article class=\"prose\">\n<h2><a href=\"").Append(HtmlText.Encode(address)).Append("\">").Append(HtmlText.Encode(notebook.Title)).Append("</a></h2>\n");
        if (notebook.Opening.Length > 0)
            content.Append("<p>").Append(HtmlText.Encode(notebook.Opening)).Append("</p>\n");
        content.Append("<p class=\"state\">").Append(State(notebook)).Append("</p>\n</article>\n");
    }

    private static string State(NotebookSummary notebook)
    {
        string cells = notebook.Cells == 1 ? "1 cell" : string.Create(CultureInfo.InvariantCulture, $"{notebook.Cells} cells");
        return notebook switch
        {
            { Failed: > 0 } => string.Create(CultureInfo.InvariantCulture, $"<strong>{notebook.Failed} of {cells} failed</strong>"),
            { Run: 0, Cells: > 0 } => $"{cells}, not run",
            _ when notebook.Run < notebook.Cells => string.Create(CultureInfo.InvariantCulture, $"{notebook.Run} of {cells} ran"),
            _ => cells,
        };
    }
}
