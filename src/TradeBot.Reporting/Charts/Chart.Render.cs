namespace TradeBot.Reporting;

public sealed partial record Chart
{
    /// <summary>The chart as an SVG picture.</summary>
    public string ToSvg(SvgOptions? options = null) => SvgChart.Render(this, options ?? SvgOptions.Default);

    /// <summary>The chart in the schema of Plotly, MIME type application/vnd.plotly.v1+json.</summary>
    /// <param name="maximumPoints">Largest number of points of a series; longer ones are downsampled with their extremes kept. At least 4.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumPoints"/> is below 4.</exception>
    public string ToPlotlyJson(int maximumPoints = 2_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumPoints, 4);
        return PlotlyChart.Render(this, maximumPoints);
    }

    /// <summary>The chart as text, for terminals and screen readers.</summary>
    public string ToText() => ChartText.Render(this);
}
