using System.Globalization;

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
    /// <param name="names">The name of each bar.</param>
    /// <param name="values">One per name; NaN leaves a gap.</param>
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

    /// <summary>A histogram: how many values are in each of a number of equal intervals.</summary>
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

    /// <summary>A heat map: a grid of values as colours.</summary>
    /// <param name="x">The columns.</param>
    /// <param name="y">The rows, lowest first.</param>
    /// <param name="z">Values by row, then column; NaN is an empty cell.</param>
    /// <param name="valueTitle">What the values are.</param>
    /// <param name="diverging">True for a colour scale centred on 0, so that gains and losses are distinct.</param>
    /// <param name="percent">True when values are fractions to be shown as percentages.</param>
    /// <exception cref="ArgumentException">The grid has another shape.</exception>
    public static Chart Heatmap(ChartValues x, ChartValues y, double[,] z, string valueTitle = "", bool diverging = false, bool percent = false)
    {
        RequireGrid(x, y, z);
        double[] values = [.. z.Cast<double>()];
        var cells = new HeatmapSeries { Columns = x.Count, Rows = y.Count, Values = values, ValueTitle = valueTitle, Diverging = diverging, Percent = percent };
        return new Chart
        {
            XAxis = Places(x),
            Panels = [new ChartPanel { YAxis = Places(y), Series = [cells] }],
        };
    }

    /// <summary>A contour plot over two numeric axes, with coloured bands and contour lines.</summary>
    /// <param name="x">Positions of the columns, ascending.</param>
    /// <param name="y">Positions of the rows, ascending.</param>
    /// <param name="z">Heights by row, then column; NaN leaves a hole.</param>
    /// <param name="valueTitle">What the heights are.</param>
    /// <exception cref="ArgumentException">The grid has another shape, or positions are not ascending.</exception>
    public static Chart Contour(ChartValues x, ChartValues y, double[,] z, string valueTitle = "")
    {
        RequireGrid(x, y, z);
        RequireRising(x, nameof(x));
        RequireRising(y, nameof(y));
        double[] values = [.. z.Cast<double>()];
        return new Chart().Add(new ContourSeries { X = x.Numbers, Y = y.Numbers, Values = values, ValueTitle = valueTitle });
    }

    /// <summary>Box plots of several groups: the middle half as a box, the median as a line, whiskers to the last value within 1.5 interquartile ranges, outliers as points.</summary>
    /// <param name="names">The name of each group.</param>
    /// <param name="groups">The values of each, as many groups as names; NaN and infinities are left out.</param>
    /// <param name="name">What the values are.</param>
    /// <exception cref="ArgumentException">The numbers of names and groups differ.</exception>
    public static Chart Boxes(string[] names, IReadOnlyList<double[]> groups, string name = "")
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(groups);
        if (names.Length != groups.Count)
            throw new ArgumentException($"Expected {names.Length} groups, one per name, got {groups.Count}.", nameof(groups));

        var boxes = new BoxSeries { Boxes = [.. groups.Select(group => BoxSummary.Of(group))], Name = name };
        return new Chart { XAxis = new ChartAxis { Kind = AxisKind.Category, Categories = names } }.Add(boxes).WithYAxis(name);
    }

    /// <summary>Parallel coordinates: each item as a line through several scales, coloured by a value: where lines of one colour meet, the items agree.</summary>
    /// <param name="dimensions">The scales, left to right, each with as many values as there are items; at least two.</param>
    /// <param name="values">The values that colour the items; the highest is drawn last.</param>
    /// <param name="valueTitle">The name of these values.</param>
    /// <exception cref="ArgumentException">There are fewer than two scales, or the numbers of values differ.</exception>
    public static Chart Parallel(IReadOnlyList<ParallelDimension> dimensions, ChartValues values, string valueTitle = "")
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        if (dimensions.Count < 2)
            throw new ArgumentException($"Expected at least 2 dimensions, got {dimensions.Count}.", nameof(dimensions));
        if (dimensions.FirstOrDefault(d => d.Values.Length != values.Count) is { } odd)
            throw new ArgumentException($"Expected {values.Count} values of '{odd.Name}', one per item, got {odd.Values.Length}.", nameof(dimensions));

        var lines = new ParallelSeries { Dimensions = [.. dimensions], Values = values.Numbers, ValueTitle = valueTitle };
        return new Chart { XAxis = new ChartAxis { Kind = AxisKind.Category, Categories = [.. dimensions.Select(d => d.Name)] } }.Add(lines);
    }

    /// <summary>The value of each day as a calendar: a column is a week from Monday, a row a day of the week.</summary>
    /// <param name="days">UTC days, ascending, each once.</param>
    /// <param name="values">One per day, as fractions; the colour scale is centred on 0.</param>
    /// <param name="valueTitle">What the values are.</param>
    /// <exception cref="ArgumentException">The numbers differ, or the days are not ascending.</exception>
    public static Chart Calendar(DateTime[] days, ChartValues values, string valueTitle = "")
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Length != values.Count)
            throw new ArgumentException($"Expected {days.Length} values, one per day, got {values.Count}.", nameof(values));
        if (days.Zip(days.Skip(1)).Any(pair => pair.First.Date >= pair.Second.Date))
            throw new ArgumentException("Expected ascending days, each once.", nameof(days));
        if (days.Length == 0)
            return Heatmap(Array.Empty<string>(), Weekdays, new double[Weekdays.Length, 0], valueTitle, diverging: true, percent: true);

        DateTime first = days[0].Date.AddDays(-RowFromMonday(days[0]));
        int weeks = (int)(days[^1].Date - first).TotalDays / Weekdays.Length + 1;
        double[,] grid = new double[Weekdays.Length, weeks];
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref grid[0, 0], grid.Length).Fill(double.NaN);
        for (int i = 0; i < days.Length; i++) // the lowest row is Sunday
            grid[Weekdays.Length - 1 - RowFromMonday(days[i]), (int)(days[i].Date - first).TotalDays / Weekdays.Length] = values.Numbers.Span[i];
        string[] names = [.. Enumerable.Range(0, weeks).Select(week => first.AddDays(week * Weekdays.Length).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        return Heatmap(names, Weekdays, grid, valueTitle, diverging: true, percent: true).WithXAxis("Week from Monday");
    }

    private static readonly string[] Weekdays = ["Sun", "Sat", "Fri", "Thu", "Wed", "Tue", "Mon"];

    private static int RowFromMonday(DateTime day) => ((int)day.DayOfWeek + 6) % 7;

    private static void RequireGrid(ChartValues x, ChartValues y, double[,] z)
    {
        ArgumentNullException.ThrowIfNull(z);
        if (z.GetLength(0) != y.Count || z.GetLength(1) != x.Count)
            throw new ArgumentException($"Expected {y.Count} rows of {x.Count} values, got {z.GetLength(0)} rows of {z.GetLength(1)}.", nameof(z));
    }

    private static void RequireRising(ChartValues values, string name)
    {
        ReadOnlySpan<double> numbers = values.Numbers.Span;
        for (int i = 1; i < numbers.Length; i++)
        {
            if (!(numbers[i] > numbers[i - 1]))
                throw new ArgumentException($"Expected ascending positions, got {numbers[i]} after {numbers[i - 1]}.", name);
        }
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
            runs.Add(new ShadedRegion(candles.OpenTimes[first] - half, candles.OpenTimes[i] + half, "Synthetic candles"));
        }

        return runs;
    }

    // A candle is centred on its open time, so the shade starts half a candle after the last one present.
    private static ShadedRegion Gap(Timeframe timeframe, CandleGap gap)
    {
        long after = UnixTime.FromDateTime(gap.After), before = UnixTime.FromDateTime(gap.Before);
        double half = (timeframe.NextOpen(after) - after) / 2.0;
        return new ShadedRegion(after + half, before - half, "No data");
    }
}
