namespace TradeBot.Reporting;

/// <summary>The frame of a self-contained page, which loads nothing and runs no script.</summary>
public static class HtmlPage
{
    /// <summary>The page may use only its own style and embedded pictures.</summary>
    public const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    /// <summary>A page around a body.</summary>
    /// <param name="title">The title, escaped here.</param>
    /// <param name="body">Safe markup.</param>
    /// <param name="contents">The page's sections, each with the id of its heading, listed next to the page where there is room; null for none.</param>
    public static string Create(string title, string body, IReadOnlyList<(string Anchor, string Title)>? contents = null)
    {
        HtmlWriter html = new HtmlWriter()
            .Raw("<!DOCTYPE html>\n")
            .Open("html", "lang=en").Open("head")
            .Void("meta", "charset=utf-8")
            .Void("meta", "http-equiv=Content-Security-Policy", "content=" + ContentSecurityPolicy)
            .Void("meta", "name=viewport", "content=width=device-width, initial-scale=1")
            .Element("title", title)
            .Raw("<style>").Raw(PageStyle.Page).Raw("</style>")
            .Close()
            .Open("body", "class=tb");
        if (contents is { Count: > 0 })
            WriteContents(html.Open("nav", "class=tb-contents", "aria-label=Contents"), contents).Close();
        return html.Open("main").Raw(body).Close().Close().Close().ToString();
    }

    /// <summary>Sections as a list of links to their headings.</summary>
    internal static HtmlWriter WriteContents(HtmlWriter html, IReadOnlyList<(string Anchor, string Title)> sections)
    {
        html.Open("ol");
        foreach ((string anchor, string title) in sections)
            html.Open("li").Element("a", title, $"href=#{anchor}").Close();
        return html.Close();
    }
}
