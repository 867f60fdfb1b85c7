namespace TradeBot.Reporting;

/// <summary>Writes words at points so that they neither leave the panel nor cover one another.</summary>
internal static class SvgNotes
{
    private const double Line = 14, Away = 10;

    public static void Draw(SvgWriter svg, ChartLayout layout, PanelLayout panel)
    {
        List<(double Left, double Right, double Y)> taken = [];
        foreach (PointNote note in panel.Panel.Notes)
        {
            double x = layout.X.Map(note.X), y = panel.Y.Map(note.Y);
            if (!(double.IsFinite(x) && double.IsFinite(y)))
                continue;

            string text = TextWidth.Fit(note.Text, layout.PlotWidth - 4);
            double half = TextWidth.Of(text) / 2;
            double center = Math.Clamp(x, half + 2, Math.Max(half + 2, layout.PlotWidth - half - 2));
            double below = Free(taken, center - half, center + half, y + Away + Line, panel.Height);
            svg.Raw("<circle fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"").Attribute("cx", x).Attribute("cy", y).Attribute("r", 4).Raw("/>");
            svg.Label(center, below, text, "middle", " stroke=\"Canvas\" stroke-width=\"3\" paint-order=\"stroke\"");
            taken.Add((center - half, center + half, below));
        }
    }

    // The first line, from the wished one down and then from it up, on which nothing else is written.
    private static double Free(List<(double Left, double Right, double Y)> taken, double left, double right, double wished, double height)
    {
        double lowest = height - 4;
        for (double y = Math.Min(wished, lowest); y <= lowest; y += Line)
        {
            if (IsFree(y))
                return y;
        }

        for (double y = Math.Min(wished, lowest) - Line; y > Line; y -= Line)
        {
            if (IsFree(y))
                return y;
        }

        return Math.Min(wished, lowest);

        bool IsFree(double y) => taken.TrueForAll(t => t.Right < left || right < t.Left || Math.Abs(t.Y - y) >= Line - 1);
    }
}
