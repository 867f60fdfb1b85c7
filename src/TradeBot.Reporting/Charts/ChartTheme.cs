using System.Text;

namespace TradeBot.Reporting;

/// <summary>The style of all charts: colours, type and line widths.</summary>
/// <remarks>
/// The series colours follow M. Okabe and K. Ito (2008), darkened or lightened to a contrast of 3:1 against white and
/// near-black. Text and grid lines take the colour of the text around them. Light and dark follow the page through
/// <c>color-scheme</c>; a viewer without style sheets shows the light colours.
/// </remarks>
public static class ChartTheme
{
    internal const int FontSize = 12;
    internal const int TitleSize = 15;
    internal const string FontFamily = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

    private static readonly (string Light, string Dark)[] Palette =
    [
        ("#0072b2", "#56b4e9"), ("#d55e00", "#ff8a3d"), ("#00875f", "#2fc79a"),
        ("#b5538c", "#e29cc4"), ("#a86f00", "#f0b840"), ("#5a6b7b", "#a9b6c2"),
    ];

    /// <summary>The style sheet that every chart on a page shares.</summary>
    public static string Css { get; } = WriteCss();

    internal static string LightColor(ChartColor color) => Palette[Index(color)].Light;

    internal static string DarkColor(ChartColor color) => Palette[Index(color)].Dark;

    /// <summary>The colour of the n-th series without its own.</summary>
    internal static ChartColor Automatic(int series) => (ChartColor)(1 + series % Palette.Length);

    /// <summary>Class of a shape drawn in outline.</summary>
    internal static string StrokeClass(ChartColor color) => "s" + (char)('0' + Index(color));

    /// <summary>Class of a filled shape.</summary>
    internal static string FillClass(ChartColor color) => "f" + (char)('0' + Index(color));

    private static int Index(ChartColor color) => color == ChartColor.Auto ? 0 : (int)color - 1;

    private static string WriteCss()
    {
        var css = new StringBuilder();
        css.Append(".tb-chart{display:block;max-width:100%;height:auto;font-family:").Append(FontFamily).Append('}');
        css.Append(".tb-chart text{font-variant-numeric:tabular-nums}");
        for (int i = 0; i < Palette.Length; i++)
        {
            string color = $"light-dark({Palette[i].Light},{Palette[i].Dark})";
            css.Append(".tb-chart .s").Append(i).Append("{stroke:").Append(color).Append('}');
            css.Append(".tb-chart .f").Append(i).Append("{fill:").Append(color).Append('}');
        }

        css.Append("body.vscode-dark .tb-chart,[data-jp-theme-light=false] .tb-chart{color-scheme:dark}");
        css.Append("body.vscode-light .tb-chart,[data-jp-theme-light=true] .tb-chart{color-scheme:light}");
        css.Append("@media print{.tb-chart{color-scheme:light!important}}");
        return css.ToString();
    }
}
