namespace TradeBot.Reporting;

/// <summary>Size and context of a picture.</summary>
public sealed record SvgOptions
{
    /// <summary>960 pixels wide, self-contained.</summary>
    public static SvgOptions Default { get; } = new();

    /// <summary>Width in pixels, at least 200.</summary>
    public int Width { get; init; } = 960;

    /// <summary>Height of the first plot area in pixels, at least 40; null for a height that suits the width.</summary>
    public int? PlotHeight { get; init; }

    /// <summary>True for a self-contained picture; false for one inside a page that has <see cref="ChartTheme.Css"/>.</summary>
    public bool Standalone { get; init; } = true;

    /// <summary>A further class of the svg element in addition to tb-chart; may be empty.</summary>
    public string CssClass { get; init; } = "";
}
