using TradeBot.MarketData;

namespace TradeBot.Reporting;

public sealed partial record Chart
{
    /// <summary>A line over its positions 0, 1, 2, …</summary>
    public static Chart Line(ChartValues values, string name = "") => Line(ChartValues.Positions(values.Count), values, name);

    /// <summary>A line through points.</summary>
    /// <param name="x">Times, numbers or names.</param>
    /// <param name="y">Values, as many as <paramref name="x"/>; NaN leaves a gap.</param>
    /// <param name="name">The name in the legend.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Chart Line(ChartValues x, ChartValues y, string name = "") => new Chart().AddLine(x, y, name);

    /// <summary>A line filled down to 0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Chart Area(ChartValues x, ChartValues y, string name = "") => new Chart().AddArea(x, y, name);

    /// <summary>Bars from 0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Chart Bars(ChartValues x, ChartValues y, string name = "") => new Chart().AddBars(x, y, name);

    /// <summary>Horizontal bars from 0, the first name on top, such as the importance of features.</summary>
    /// <param name="names">What each bar stands for.</param>
    /// <param name="values">As many; NaN leaves a place empty.</param>
    /// <param name="name">What the values are.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Chart Ranking(string[] names, ChartValues values, string name = "")
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Length != values.Count)
            throw new ArgumentException($"Expected {names.Length} values, one per name, got {values.Count}.", nameof(values));

        double[] upwards = [.. values.Numbers.ToArray().Reverse()];
        var bars = new HorizontalBarSeries { X = upwards, Y = ChartValues.Positions(names.Length).Numbers, Name = name };
        return new Chart
        {
            XAxis = new ChartAxis { Title = name },
            Panels = [new ChartPanel { YAxis = new ChartAxis { Kind = AxisKind.Category, Categories = [.. names.Reverse()] }, Series = [bars] }],
        };
    }

    /// <summary>Points.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Chart Scatter(ChartValues x, ChartValues y, string name = "") => new Chart().AddMarkers(x, y, name);

    /// <summary>Candles, with volume underneath and gaps in the data shaded.</summary>
    public static Chart Candles(CandleSeries candles, bool volume = true)
    {
        ArgumentNullException.ThrowIfNull(candles);
        var chart = new Chart
        {
            Title = $"{candles.Symbol} {candles.Timeframe}",
            XAxis = new ChartAxis { Kind = AxisKind.Time },
            Panels = [new ChartPanel { YAxis = new ChartAxis { Title = "Price" }, Series = [new CandlestickSeries { Candles = candles, Name = candles.Symbol }] }],
            Regions = [.. candles.Gaps().Select(gap => Gap(candles.Timeframe, gap)), .. MadeUp(candles)],
        };

        return volume ? chart.WithPanelBelow(Volume(candles), height: 0.3) : chart;
    }

    /// <summary>How often values fall into each of a number of equal intervals.</summary>
    /// <param name="values">NaN and infinities are left out.</param>
    /// <param name="bins">How many intervals; null chooses a round width by the Freedman–Diaconis rule.</param>
    /// <param name="name">What the values are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public static Chart Histogram(ChartValues values, int? bins = null, string name = "")
    {
        if (bins < 1)
            throw new ArgumentOutOfRangeException(nameof(bins), bins, "Must be at least 1.");

        HistogramBins counted = HistogramBins.Count(values.Numbers.Span, bins);
        var bars = new BarSeries { X = counted.Centers, Y = counted.Counts, Width = counted.Width, Name = name };
        return new Chart { XAxis = new ChartAxis { Title = name } }.Add(bars).WithYAxis("Count");
    }

    /// <summary>A grid of values as colours.</summary>
    /// <param name="x">The places of the columns.</param>
    /// <param name="y">The places of the rows, lowest first.</param>
    /// <param name="z">Values by row, then column; NaN is an empty cell.</param>
    /// <param name="valueTitle">What the values are.</param>
    /// <exception cref="ArgumentException">The grid has another shape.</exception>
    public static Chart Heatmap(ChartValues x, ChartValues y, double[,] z, string valueTitle = "")
    {
        ArgumentNullException.ThrowIfNull(z);
        if (z.GetLength(0) != y.Count || z.GetLength(1) != x.Count)
            throw new ArgumentException($"Expected {y.Count} rows of {x.Count} values, got {z.GetLength(0)} rows of {z.GetLength(1)}.", nameof(z));

        double[] values = [.. z.Cast<double>()];
        var cells = new HeatmapSeries { Columns = x.Count, Rows = y.Count, Values = values, ValueTitle = valueTitle };
        return new Chart
        {
            XAxis = Places(x),
            Panels = [new ChartPanel { YAxis = Places(y), Series = [cells] }],
        };
    }

    private static ChartAxis Places(ChartValues values) => new()
    {
        Kind = AxisKind.Category,
        Categories = values.Kind == AxisKind.Category ? values.Categories : [.. values.Numbers.ToArray().Select(v => PlaceName(v, values.Kind))],
    };

    private static string PlaceName(double value, AxisKind kind) => kind == AxisKind.Time
        ? ValueFormat.Auto.Format(UnixTime.ToDateTime((long)value))
        : ValueFormat.Auto.Format(value);

    private static Chart Volume(CandleSeries candles) => new()
    {
        XAxis = new ChartAxis { Kind = AxisKind.Time },
        Panels = [new ChartPanel { YAxis = new ChartAxis { Title = "Volume" }, Series = [new VolumeSeries { Candles = candles, Name = "Volume" }] }],
    };

    private static List<ShadedRegion> MadeUp(CandleSeries candles)
    {
        List<ShadedRegion> runs = [];
        for (int i = 0; i < candles.Count; i++)
        {
            if (!candles.IsSynthetic(i))
                continue;

            int first = i;
            while (i + 1 < candles.Count && candles.IsSynthetic(i + 1))
                i++;
            double half = (candles.Timeframe.NextOpen(candles.OpenTimes[first]) - candles.OpenTimes[first]) / 2.0;
            runs.Add(new ShadedRegion(candles.OpenTimes[first] - half, candles.OpenTimes[i] + half, "Made up by a repair"));
        }

        return runs;
    }

    // A candle is centred on its open time, so the shade begins half a candle after the last one present.
    private static ShadedRegion Gap(Timeframe timeframe, CandleGap gap)
    {
        long after = UnixTime.FromDateTime(gap.After), before = UnixTime.FromDateTime(gap.Before);
        double half = (timeframe.NextOpen(after) - after) / 2.0;
        return new ShadedRegion(after + half, before - half, "No data");
    }
}
