namespace TradeBot.Reporting;

/// <summary>The style of pages and of fragments inside other pages.</summary>
/// <remarks>Text colours reach a contrast of 4.5:1 (WCAG AA) against their background, light and dark.</remarks>
internal static class PageStyle
{
    /// <summary>Tables; every rule sits below the class tb.</summary>
    public static string Table { get; } = Compact("""
        .tb{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;line-height:1.5;
         --tb-line:light-dark(#d4d9df,#3a424b);--tb-soft:light-dark(#f4f6f8,#1e242b);--tb-quiet:light-dark(#535e69,#a7b1bc)}
        .tb .tb-scroll{overflow-x:auto;max-width:100%;margin:.75em 0}
        .tb .tb-table{border-collapse:collapse;font-size:.875em;font-variant-numeric:tabular-nums}
        .tb .tb-table caption{text-align:left;font-weight:600;padding:.25em 0}
        .tb .tb-table th,.tb .tb-table td{padding:.3em .75em;text-align:left;vertical-align:top;border-bottom:1px solid var(--tb-line)}
        .tb .tb-table th{font-weight:600;border-bottom-width:2px;white-space:nowrap}
        .tb .tb-table .r{text-align:right;white-space:nowrap}
        .tb .tb-table .c{text-align:center}
        .tb .tb-table .t{white-space:nowrap}
        .tb small,.tb .tb-note{color:var(--tb-quiet);font-weight:400}
        .tb .tb-note{font-size:.875em;margin:.25em 0}
        body.vscode-dark .tb,[data-jp-theme-light=false] .tb{color-scheme:dark}
        body.vscode-light .tb,[data-jp-theme-light=true] .tb{color-scheme:light}
        """);

    /// <summary>Tables, facts, warnings and charts.</summary>
    public static string Fragment { get; } = Table + Compact("""
        .tb .tb-facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5em,1fr));gap:.6em;margin:1em 0}
        .tb .tb-facts div{background:var(--tb-soft);border-radius:6px;padding:.6em .8em;min-width:0}
        .tb .tb-facts dt{font-size:.8em;color:var(--tb-quiet)}
        .tb .tb-facts dd{margin:0;font-size:1.15em;font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
        .tb .tb-facts dd.long{font-size:.95em}
        .tb .tb-facts dd.note{font-size:.82em;font-weight:400;color:var(--tb-quiet)}
        .tb .tb-facts .good{border-left:4px solid light-dark(#00875f,#2fc79a)}
        .tb .tb-facts .bad{border-left:4px solid light-dark(#d55e00,#ff8a3d)}
        .tb .tb-warning{border-left:4px solid light-dark(#d55e00,#ff8a3d);background:var(--tb-soft);padding:.5em .8em;margin:.75em 0;border-radius:0 6px 6px 0}
        .tb .tb-figure{margin:1em 0;overflow-x:auto}
        .tb details summary{cursor:pointer;font-weight:600}
        .tb .tb-narrow{display:none}
        .tb .tb-wide{width:100%}
        .tb .tb-narrow{width:100%;max-width:480px}
        """) + ChartTheme.Css;

    /// <summary>A page of its own: the fragment's style, and colours, width and print.</summary>
    public static string Page { get; } = Fragment + Compact("""
        :root{color-scheme:light dark}
        body{margin:0;background:light-dark(#fff,#14181d);color:light-dark(#1b2026,#e6eaee)}
        main{max-width:72rem;margin:0 auto;padding:1.5rem clamp(.75rem,3vw,2.5rem) 4rem}
        h1{font-size:1.7em;line-height:1.2;margin:.2em 0 .4em;overflow-wrap:anywhere}
        h2{font-size:1.25em;margin:2em 0 .4em;padding-top:.6em;border-top:1px solid var(--tb-line)}
        h3{font-size:1.05em;margin:1.4em 0 .3em}
        p{max-width:46em}
        @media (max-width:640px){.tb .tb-wide{display:none}.tb .tb-narrow{display:block}
         .tb .tb-facts{grid-template-columns:repeat(2,minmax(0,1fr))}}
        @media print{:root{color-scheme:light}main{max-width:none;padding:0}.tb .tb-wide{display:block}.tb .tb-narrow{display:none}
         .tb-figure,.tb-table tr,.tb-facts{break-inside:avoid}h2,h3{break-after:avoid}}
        """);

    private static string Compact(string css) => css.ReplaceLineEndings("");
}
