using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TradeBot.Notebooks;

/// <summary>HTML output of a cell, made safe to combine with others on one page.</summary>
internal sealed partial class PageFragment(string html)
{
    private const string Strangers = "script, base, meta, link, noscript";

    /// <summary>The HTML with unique ids and without scripts; unchanged where it has neither ids nor scripts.</summary>
    public string Html(PageIds ids, PageScripts scripts)
    {
        if (!NeedsWork().IsMatch(html))
            return html;
        IElement root = Parse();
        bool isChanged = Tidy(root, scripts) | ids.Claim(root) | StackedTables.Label(root);
        return isChanged ? root.InnerHtml : html;
    }

    /// <summary>As <see cref="Html"/>, the picture of a chart marked: the one with the chart's title, else the first.</summary>
    /// <returns>Null where there is no picture.</returns>
    public string? WithChart(string number, string? title, PageIds ids, PageScripts scripts)
    {
        IElement root = Parse();
        IElement[] pictures = [.. root.QuerySelectorAll("svg").Where(svg => svg.ParentElement!.Closest("svg") is null)];
        IElement? picture = pictures.FirstOrDefault(svg => title is { Length: > 0 } && Title(svg) is { Length: > 0 } own && title.StartsWith(own, StringComparison.Ordinal))
            ?? pictures.FirstOrDefault();
        if (picture is null)
            return null;
        picture.SetAttribute("data-chart", number);
        Tidy(root, scripts);
        ids.Claim(root);
        StackedTables.Label(root);
        return root.InnerHtml;
    }

    private static string? Title(IElement svg) => svg.Children.FirstOrDefault(child => child.LocalName == "title")?.TextContent;

    private IElement Parse()
    {
        IElement root = new HtmlParser().ParseDocument("").Body!;
        root.InnerHtml = html;
        return root;
    }

    /// <summary>Takes out what a page may not run or load; a script that does more than sort tables is shown instead.</summary>
    private static bool Tidy(IElement root, PageScripts scripts)
    {
        scripts.SortsTables |= root.QuerySelector("table.tb-rows") is not null;
        scripts.DrawsDiagrams |= root.QuerySelector(DiagramLibrary.Selector) is not null;
        IElement[] strangers = [.. root.QuerySelectorAll(Strangers)];
        foreach (IElement stranger in strangers)
        {
            if (stranger.LocalName == "noscript")
                stranger.Replace([.. stranger.ChildNodes]);
            else
                Remove(stranger);
        }

        return strangers.Length > 0;
    }

    private static void Remove(IElement stranger)
    {
        string text = stranger.TextContent.Trim();
        bool isLost = stranger.LocalName == "script" && text.Length > 0 && !text.Contains("tb-rows", StringComparison.Ordinal);
        if (isLost)
            stranger.Insert(AdjacentPosition.BeforeBegin, $"<details class=\"script\"><summary>a script, which this page does not run</summary><pre>{HtmlText.Encode(text)}</pre></details>");
        stranger.Remove();
    }

    [GeneratedRegex(@"<(script|base|meta|link|noscript|table)\b|\sid\s*=|tb-rows|mermaid", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NeedsWork();
}
