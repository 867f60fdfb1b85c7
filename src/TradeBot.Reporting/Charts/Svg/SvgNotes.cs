namespace TradeBot.Reporting;

/// <summary>Writes notes at points, each with a background, so that they neither leave the panel nor cover a line or one another.</summary>
internal static class SvgNotes
{
    private const double Line = 14, Away = 10, Ascent = 12, Descent = 5, Margin = 4;

    public static void Draw(SvgWriter svg, ChartLayout layout, PanelLayout panel)
    {
        List<Plate> taken = [];
        Segment[] lines = [.. panel.Panel.Notes.IsEmpty ? [] : SegmentsOf(layout, panel)];
        foreach (PointNote note in panel.Panel.Notes)
        {
            double x = layout.X.Map(note.X), y = panel.Y.Map(note.Y);
            if (!(double.IsFinite(x) && double.IsFinite(y)))
                continue;

            string text = TextWidth.Fit(note.Text, layout.PlotWidth - 4 * Margin);
            double half = TextWidth.Of(text) / 2 + Margin;
            double center = Math.Clamp(x, half + 2, Math.Max(half + 2, layout.PlotWidth - half - 2));
            Plate plate = Free(taken, lines, center - half, center + half, y, panel.Height);
            svg.Raw("<circle fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"").Attribute("cx", x).Attribute("cy", y).Attribute("r", 4).Raw("/>");
            svg.Raw("<rect rx=\"3\" fill=\"Canvas\" fill-opacity=\".9\"").Attribute("x", plate.Left).Attribute("y", plate.Top)
                .Attribute("width", plate.Right - plate.Left).Attribute("height", plate.Bottom - plate.Top).Raw("/>");
            svg.Label(center, plate.Baseline, text, "middle");
            taken.Add(plate);
        }
    }

    // The position nearest to the point, below it first, that is free of notes and lines, otherwise of notes only.
    private static Plate Free(List<Plate> taken, Segment[] lines, double left, double right, double y, double height)
    {
        double lowest = height - Descent, highest = Ascent + 1;
        double[] places = [.. Places().Where(place => place >= highest && place <= lowest)];
        Plate[] plates = [.. places.Append(Math.Clamp(y + Away + Line, highest, Math.Max(highest, lowest))).Select(place => new Plate(left, right, place))];
        return First(plate => !lines.Any(line => line.Crosses(plate))) ?? First(_ => true) ?? plates[^1];

        Plate? First(Func<Plate, bool> suits)
        {
            foreach (Plate plate in plates)
            {
                if (!taken.Exists(plate.Covers) && suits(plate))
                    return plate;
            }

            return null;
        }

        IEnumerable<double> Places()
        {
            for (double step = 0; step < height; step += Line / 2)
            {
                yield return y + Away + Ascent + step;
                yield return y - Away - Descent - step;
            }
        }
    }

    private static IEnumerable<Segment> SegmentsOf(ChartLayout layout, PanelLayout panel)
    {
        foreach (XySeries series in panel.Panel.Series.OfType<XySeries>().Where(s => s is LineSeries or AreaSeries))
        {
            List<int> chosen = PointSelection.ChooseLine(series, layout.Chart.XAxis.Kind, (int)layout.PlotWidth);
            foreach ((int from, int to) in chosen.Zip(chosen.Skip(1)).Where(pair => pair.First >= 0 && pair.Second >= 0))
                yield return new Segment(layout.X.Map(series.X.Span[from]), panel.Y.Map(series.Y.Span[from]), layout.X.Map(series.X.Span[to]), panel.Y.Map(series.Y.Span[to]));
        }
    }

    private readonly record struct Plate(double Left, double Right, double Baseline)
    {
        public double Top => Baseline - Ascent;

        public double Bottom => Baseline + Descent;

        public bool Covers(Plate other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    private readonly record struct Segment(double X1, double Y1, double X2, double Y2)
    {
        /// <summary>Whether the line reaches the note's height within its width.</summary>
        public bool Crosses(Plate plate)
        {
            if (!(Math.Max(X1, X2) >= plate.Left && Math.Min(X1, X2) <= plate.Right))
                return false;

            double from = At(Math.Max(Math.Min(X1, X2), plate.Left)), to = At(Math.Min(Math.Max(X1, X2), plate.Right));
            bool isUpright = X1 == X2;
            return Math.Max(isUpright ? Math.Max(Y1, Y2) : from, to) >= plate.Top && Math.Min(isUpright ? Math.Min(Y1, Y2) : from, to) <= plate.Bottom;
        }

        private double At(double x) => X1 == X2 ? Y1 : Y1 + (Y2 - Y1) * (x - X1) / (X2 - X1);
    }
}
