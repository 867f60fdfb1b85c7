using System.Text;

namespace TradeBot.Notebooks;

/// <summary>What all pages have in common: head, policy, style and scripts around their content.</summary>
internal static class PageFrame
{
    /// <param name="title">Text of the title.</param>
    /// <param name="content">HTML inside the body.</param>
    /// <param name="scripts">What the content needs.</param>
    public static string Html(string title, StringBuilder content, PageScripts scripts)
    {
        var page = new StringBuilder(content.Length + 20_000);
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(scripts.Policy()).Append("\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>").Append(HtmlText.Encode(title)).Append("</title>\n");
        page.Append("<style>\n").Append(PageResource.Text("page.css")).Append("</style>\n</head>\n<body>\n").Append(content);
        scripts.AppendTo(page);
        return page.Append("</body>\n</html>\n").ToString();
    }
}
