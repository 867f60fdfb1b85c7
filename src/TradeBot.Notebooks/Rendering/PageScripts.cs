using System.Security.Cryptography;
using System.Text;

namespace TradeBot.Notebooks;

/// <summary>The scripts that a page runs, all of them this renderer's own, and the policy that allows these and no others.</summary>
/// <remarks>The policy names scripts by their digests, so that one which came into the page with data stays dead text.</remarks>
internal sealed class PageScripts
{
    private static readonly Lazy<string> Charts = new(() => PageResource.Text("charts.js"));
    private static readonly Lazy<string> Diagrams = new(() => PageResource.Text("diagrams.js"));

    /// <summary>True when the page holds figures to draw.</summary>
    public bool DrawsCharts { get; set; }

    /// <summary>True when the page holds diagrams to draw.</summary>
    public bool DrawsDiagrams { get; set; }

    /// <summary>True when the page holds tables that can be sorted.</summary>
    public bool SortsTables { get; set; }

    /// <summary>The content security policy of the page.</summary>
    public string Policy()
    {
        string[] digests = [.. Allowed().Select(Digest)];
        string scripts = digests.Length > 0 ? $" script-src {string.Join(' ', digests)};" : "";
        return $"default-src 'none';{scripts} style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    /// <summary>Writes the scripts, at the end of the body.</summary>
    public void AppendTo(StringBuilder page)
    {
        if (DrawsCharts)
        {
            page.Append("<script type=\"application/gzip\" id=\"chart-library\">").Append(ChartLibrary.Script.Packed).Append("</script>\n");
            page.Append("<script>").Append(Charts.Value).Append("</script>\n");
        }

        if (DrawsDiagrams)
        {
            page.Append("<script type=\"application/gzip\" id=\"diagram-library\">").Append(DiagramLibrary.Script.Packed).Append("</script>\n");
            page.Append("<script>").Append(Diagrams.Value).Append("</script>\n");
        }

        if (SortsTables)
            page.Append("<script>").Append(TableScript.Source).Append("</script>\n");
    }

    private IEnumerable<string> Allowed()
    {
        if (DrawsCharts)
        {
            yield return ChartLibrary.Script.Source;
            yield return Charts.Value;
        }

        if (DrawsDiagrams)
        {
            yield return DiagramLibrary.Script.Source;
            yield return Diagrams.Value;
        }

        if (SortsTables)
            yield return TableScript.Source;
    }

    private static string Digest(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
