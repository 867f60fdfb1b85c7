namespace TradeBot.Reporting;

/// <summary>Draws a box with whiskers and outliers for each category.</summary>
internal static class SvgBoxes
{
    private const double MostWidth = 60, OutlierRadius = 2, MostOutliers = 400;

    public static void Draw(SvgWriter svg, ChartLayout layout, PanelLayout panel, BoxSeries series)
    {
        double width = Math.Min(MostWidth, 0.6 * (layout.X.Map(1) - layout.X.Map(0)));
        svg.FillPath(series.Color, " fill-opacity=\".25\"");
        Each((box, x) => svg.Box(x - width / 2, panel.Y.Map(box.UpperQuartile), width, panel.Y.Map(box.LowerQuartile) - panel.Y.Map(box.UpperQuartile)));
        svg.EndPath().StrokePath(series.Color, 1.5);
        Each((box, x) => Outline(svg, panel, box, x, width));
        svg.EndPath().StrokePath(series.Color, 3);
        Each((box, x) => svg.Command('M', x - width / 2, panel.Y.Map(box.Median)).Command('h', width));
        svg.EndPath().StrokePath(series.Color, 2 * OutlierRadius, " stroke-linecap=\"round\" stroke-opacity=\".6\"");
        Each((box, x) => Outliers(svg, panel, box, x));
        svg.EndPath();

        void Each(Action<BoxSummary, double> draw)
        {
            for (int i = 0; i < series.Boxes.Length; i++)
            {
                if (series.Boxes[i].Count > 0)
                    draw(series.Boxes[i], layout.X.Map(i));
            }
        }
    }

    private static void Outline(SvgWriter svg, PanelLayout panel, BoxSummary box, double x, double width)
    {
        double low = panel.Y.Map(box.Low), high = panel.Y.Map(box.High), top = panel.Y.Map(box.UpperQuartile), bottom = panel.Y.Map(box.LowerQuartile);
        svg.Box(x - width / 2, top, width, bottom - top)
            .Command('M', x, top).Command('V', high).Command('M', x - width / 4, high).Command('h', width / 2)
            .Command('M', x, bottom).Command('V', low).Command('M', x - width / 4, low).Command('h', width / 2);
    }

    // Of very many outliers only some are drawn; the farthest are kept.
    private static void Outliers(SvgWriter svg, PanelLayout panel, BoxSummary box, double x)
    {
        ReadOnlySpan<double> outliers = box.Outliers.Span;
        int every = 1 + outliers.Length / (int)MostOutliers;
        for (int i = 0; i < outliers.Length; i++)
        {
            if (i % every == 0 || i == outliers.Length - 1)
                svg.Command('M', x, panel.Y.Map(outliers[i])).Raw("h0");
        }
    }
}
