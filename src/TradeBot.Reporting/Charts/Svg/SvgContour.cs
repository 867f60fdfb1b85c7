namespace TradeBot.Reporting;

/// <summary>Draws a contour plot as coloured bands, each over the one below, with a line at the edge of each band.</summary>
internal static class SvgContour
{
    private const int MostBands = 12;

    private readonly record struct Corner(double X, double Y, double Height);

    public static void Draw(SvgWriter svg, ChartLayout layout, PanelLayout panel, ContourSeries series)
    {
        ColorBar colors = ColorBar.Of(series)!;
        List<Corner[]> triangles = Triangles(layout, panel, series);
        double[] steps = [colors.Range.Minimum, .. colors.Ticks(MostBands).Select(t => t.Value).Where(v => v > colors.Range.Minimum && v < colors.Range.Maximum)];
        for (int band = 0; band < steps.Length; band++)
        {
            double above = steps[band], next = band + 1 < steps.Length ? steps[band + 1] : colors.Range.Maximum;
            svg.Raw("<path fill=\"").Raw(colors.Color(colors.Level((above + next) / 2))).Raw("\" d=\"");
            foreach (Corner[] triangle in triangles)
                DrawAbove(svg, triangle, above);
            svg.EndPath();
        }

        svg.Raw("<path fill=\"none\" stroke=\"#000\" stroke-opacity=\".45\" stroke-width=\".8\" d=\"");
        foreach (double height in steps.Skip(1))
        {
            foreach (Corner[] triangle in triangles)
                DrawLine(svg, triangle, height);
        }

        svg.EndPath();
    }

    private static List<Corner[]> Triangles(ChartLayout layout, PanelLayout panel, ContourSeries series)
    {
        List<Corner[]> triangles = [];
        for (int row = 0; row + 1 < series.Y.Length; row++)
        {
            for (int column = 0; column + 1 < series.X.Length; column++)
            {
                Corner a = At(column, row), b = At(column + 1, row), c = At(column + 1, row + 1), d = At(column, row + 1);
                Add(a, b, c);
                Add(a, c, d);
            }
        }

        return triangles;

        Corner At(int column, int row) =>
            new(layout.X.Map(series.X.Span[column]), panel.Y.Map(series.Y.Span[row]), series.At(column, row));

        void Add(Corner a, Corner b, Corner c)
        {
            if (double.IsFinite(a.Height) && double.IsFinite(b.Height) && double.IsFinite(c.Height))
                triangles.Add([a, b, c]);
        }
    }

    // The part of a triangle at or above a height: its corners there, and where its edges cross the height.
    private static void DrawAbove(SvgWriter svg, Corner[] triangle, double height)
    {
        char command = 'M';
        for (int i = 0; i < triangle.Length; i++)
        {
            Corner from = triangle[i], to = triangle[(i + 1) % triangle.Length];
            if (from.Height >= height)
                Next(from);
            if (from.Height >= height != to.Height >= height)
                Next(Crossing(from, to, height));
        }

        if (command == 'L')
            svg.Raw("z");

        void Next(Corner corner)
        {
            svg.Command(command, corner.X, corner.Y);
            command = 'L';
        }
    }

    private static void DrawLine(SvgWriter svg, Corner[] triangle, double height)
    {
        char command = 'M';
        for (int i = 0; i < triangle.Length; i++)
        {
            Corner from = triangle[i], to = triangle[(i + 1) % triangle.Length];
            if (from.Height >= height == to.Height >= height)
                continue;

            Corner crossing = Crossing(from, to, height);
            svg.Command(command, crossing.X, crossing.Y);
            command = 'L';
        }
    }

    private static Corner Crossing(Corner from, Corner to, double height)
    {
        double share = (height - from.Height) / (to.Height - from.Height);
        return new Corner(from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y), height);
    }
}
