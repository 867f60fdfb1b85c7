namespace TradeBot.Reporting;

/// <summary>How large a picture is and where it will stand.</summary>
public sealed record SvgOptions
{
    /// <summary>960 wide, complete in itself.</summary>
    public static SvgOptions Default { get; } = new();

    /// <summary>Width in pixels, at least 200.</summary>
    public int Width { get; init; } = 960;

    /// <summary>Height of the first plot area in pixels, at least 40; null chooses one that suits the width.</summary>
    public int? PlotHeight { get; init; }

    /// <summary>True for a picture complete in itself; false for one inside a page that has <see cref="ChartTheme.Css"/>.</summary>
    public bool Standalone { get; init; } = true;

    /// <summary>A class of the svg element besides tb-chart; may be empty.</summary>
    public string CssClass { get; init; } = "";
}
