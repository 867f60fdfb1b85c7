namespace TradeBot.Reporting;

/// <summary>The style of pages and of fragments inside other pages.</summary>
/// <remarks>Text colours reach a contrast of 4.5:1 (WCAG AA) against their background, light and dark.</remarks>
internal static class PageStyle
{
    /// <summary>Tables; every rule is within the class tb.</summary>
    public static string Table { get; } = Compact("""
        .tb{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;line-height:1.5;
         --tb-line:light-dark(#d4d9df,#3a424b);--tb-soft:light-dark(#f4f6f8,#1e242b);--tb-quiet:light-dark(#535e69,#a7b1bc)}
        .tb .tb-scroll{overflow-x:auto;max-width:100%;margin:.75em 0;container-type:inline-size}
        .tb .tb-table{border-collapse:collapse;font-size:.875em;font-variant-numeric:tabular-nums}
        .tb .tb-table caption{text-align:left;font-weight:600;padding:.25em 0}
        .tb .tb-table th,.tb .tb-table td{padding:.3em .75em;text-align:left;vertical-align:top;border-bottom:1px solid var(--tb-line)}
        .tb .tb-table th{font-weight:600;border-bottom-width:2px;white-space:nowrap}
        .tb .tb-table .r{text-align:right;white-space:nowrap}
        .tb .tb-table .c{text-align:center}
        .tb .tb-table .t{white-space:nowrap}
        @container (min-width:600px){.tb .tb-table caption{white-space:nowrap}}
        @container (min-width:960px){.tb .tb-dense{font-size:.8em}
         .tb .tb-dense th,.tb .tb-dense td{padding:.3em .4em}
         .tb .tb-dense th,.tb .tb-dense th.r{white-space:normal;vertical-align:bottom}}
        @container (max-width:599px){.tb .tb-stack thead{display:none}
         .tb .tb-stack,.tb .tb-stack caption,.tb .tb-stack tbody,.tb .tb-stack tr{display:block;white-space:normal}
         .tb .tb-stack tr{padding:.4em 0;border-bottom:1px solid var(--tb-line)}
         .tb .tb-stack td,.tb .tb-stack .r,.tb .tb-stack .c,.tb .tb-stack .t{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.75em;padding:.1em 0;border:0;text-align:left;white-space:normal;overflow-wrap:anywhere}
         .tb .tb-stack td::before{content:attr(data-h);color:var(--tb-quiet)}
         .tb .tb-stack td:empty{display:none}}
        @container (max-width:959px){.tb .tb-early thead{display:none}
         .tb .tb-early,.tb .tb-early caption,.tb .tb-early tbody{display:block;white-space:normal}
         .tb .tb-early tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5em,1fr));gap:.3em 1em;padding:.5em 0;border-bottom:1px solid var(--tb-line)}
         .tb .tb-early td,.tb .tb-early .r,.tb .tb-early .c,.tb .tb-early .t{display:block;padding:0;border:0;text-align:left;white-space:normal;overflow-wrap:anywhere}
         .tb .tb-early td::before{content:attr(data-h);display:block;font-size:.85em;color:var(--tb-quiet)}}
        .tb small,.tb .tb-note{color:var(--tb-quiet);font-weight:400}
        .tb .tb-note{font-size:.875em;margin:.25em 0}
        body.vscode-dark .tb,[data-jp-theme-light=false] .tb{color-scheme:dark}
        body.vscode-light .tb,[data-jp-theme-light=true] .tb{color-scheme:light}
        """);

    /// <summary>Tables, facts, warnings and charts.</summary>
    public static string Fragment { get; } = Table + Compact("""
        .tb .tb-facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(10em,1fr));gap:.6em;margin:1em 0}
        .tb .tb-facts div{background:var(--tb-soft);border-radius:6px;padding:.6em .8em;min-width:0}
        .tb .tb-facts dt{font-size:.8em;color:var(--tb-quiet)}
        .tb .tb-facts dd{margin:0;font-size:1.15em;font-weight:600;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
        .tb .tb-facts dd.long{font-size:.95em}
        .tb .tb-facts dd.note{font-size:.82em;font-weight:400;color:var(--tb-quiet)}
        .tb .tb-facts .good{border-left:4px solid light-dark(#00875f,#2fc79a)}
        .tb .tb-facts .bad{border-left:4px solid light-dark(#d55e00,#ff8a3d)}
        .tb .tb-verdict{font-size:1.2em;line-height:1.35;font-weight:600;max-width:44em;margin:.4em 0 1em;padding-left:.7em;border-left:5px solid var(--tb-quiet)}
        .tb .tb-verdict.good{border-left-color:light-dark(#00875f,#2fc79a)}
        .tb .tb-verdict.bad{border-left-color:light-dark(#d55e00,#ff8a3d)}
        .tb .tb-foot{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1em 1em;margin:2.5em 0 0;padding-top:.8em;border-top:1px solid var(--tb-line);font-size:.78em;color:var(--tb-quiet)}
        .tb .tb-foot dd{margin:0;overflow-wrap:anywhere;font-family:ui-monospace,Menlo,Consolas,monospace}
        .tb .tb-warning{border-left:4px solid light-dark(#d55e00,#ff8a3d);background:var(--tb-soft);padding:.5em .8em;margin:.75em 0;border-radius:0 6px 6px 0}
        .tb .tb-figure{margin:1em 0;overflow-x:auto}
        .tb details summary{cursor:pointer;font-weight:600}
        .tb .tb-narrow{display:none}
        .tb .tb-wide{width:100%}
        .tb .tb-narrow{width:100%;max-width:480px}
        """) + ChartTheme.Css;

    /// <summary>A whole page: the fragment's style, and colours, width and print.</summary>
    public static string Page { get; } = Fragment + Compact("""
        :root{color-scheme:light dark}
        body{margin:0;background:light-dark(#fff,#14181d);color:light-dark(#1b2026,#e6eaee)}
        main{max-width:72rem;margin:0 auto;padding:1.5rem clamp(.75rem,3vw,2.5rem) 4rem}
        h1{font-size:1.7em;line-height:1.2;margin:.2em 0 .4em;overflow-wrap:anywhere}
        h2{font-size:1.25em;margin:2em 0 .4em;padding-top:.6em;border-top:1px solid var(--tb-line)}
        h3{font-size:1.05em;margin:1.4em 0 .3em}
        p{max-width:46em}
        .tb .tb-contents{display:none}
        .tb .tb-fold{margin:1em 0}
        .tb .tb-contents ol,.tb .tb-fold ol{list-style:none;margin:0;padding:0}
        .tb .tb-contents li,.tb .tb-fold li{margin:.35em 0}
        .tb .tb-contents a,.tb .tb-fold a{color:light-dark(#1257b0,#7db4ff);text-decoration:none}
        .tb .tb-contents a:hover,.tb .tb-fold a:hover{text-decoration:underline}
        @media (max-width:640px){.tb .tb-wide{display:none}.tb .tb-narrow{display:block}
         .tb .tb-facts{grid-template-columns:repeat(2,minmax(0,1fr))}.tb .tb-foot{grid-template-columns:minmax(0,1fr)}}
        @media screen and (min-width:70rem){body:has(>.tb-contents){display:grid;grid-template-columns:13rem minmax(0,72rem);justify-content:center}
         .tb .tb-contents{display:block;position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto;padding:1rem 0 1rem 1.5rem;font-size:.875em;overflow-wrap:anywhere}
         body:has(>.tb-contents) main{margin:0;max-width:none}.tb .tb-fold{display:none}}
        @media print{:root{color-scheme:light}main{max-width:none;padding:0}.tb .tb-fold{display:none}.tb .tb-wide{display:block}.tb .tb-narrow{display:none}
         .tb-figure,.tb-table tr,.tb-facts{break-inside:avoid}h2,h3{break-after:avoid}}
        """);

    private static string Compact(string css) => css.ReplaceLineEndings("");
}
