using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A data set to train and test on: the features known at each decision, and its outcome. Columns of double, oldest row first. Immutable.</summary>
/// <remarks>
/// No value is NaN or infinite: a candle whose row would contain one is dropped and counted in <see cref="Dropped"/>. Only <see cref="FromColumns"/> takes
/// missing feature values, and only when asked to.
/// </remarks>
[TypeFormatterSource]
public sealed class Dataset
{
    private readonly double[][] _columns;
    private readonly double[] _target, _returns;
    private readonly long[] _starts, _ends;
    private readonly int[] _candles;
    private double[] _weights = [];
    private string? _contentHash;

    private Dataset(IReadOnlyList<string> names, double[][] columns, LabelColumn label, int[] candles) =>
        (Names, _columns, _target, _returns, _starts, _ends, _candles) = (names, columns, label.Values, label.Returns, label.Starts, label.Ends, candles);

    /// <summary>Number of rows.</summary>
    public int RowCount => _target.Length;

    /// <summary>Feature names, in column order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The target of each row: what a model predicts.</summary>
    public ReadOnlySpan<double> Target => _target;

    /// <summary>True when every target is 0 or 1.</summary>
    public bool IsBinary { get; private init; }

    /// <summary>Return of a long position over each row's label span, as a fraction.</summary>
    public ReadOnlySpan<double> Returns => _returns;

    /// <summary>Sample weight of each row; empty when all weights are equal.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Decision time of each row, in milliseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Starts => _starts;

    /// <summary>Time at which each row's label is known, in milliseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Ends => _ends;

    /// <summary>The position of each row's candle in <see cref="Series"/>.</summary>
    public ReadOnlySpan<int> Candles => _candles;

    /// <summary>The candles that were dropped, counted by reason.</summary>
    public DroppedRows Dropped { get; private init; }

    /// <summary>The name of the label.</summary>
    public string LabelName { get; private init; } = "";

    /// <summary>The candles that the rows were computed from; null when the rows were given directly.</summary>
    public CandleSeries? Series { get; private init; }

    /// <summary>The pipeline that computes the features; null when the rows were given directly.</summary>
    public FeaturePipeline? Pipeline { get; private init; }

    /// <summary>The label that computes the target; null when the rows were given directly.</summary>
    public Label? Label { get; private init; }

    /// <summary>SHA-256, in lower-case hexadecimal, over names, features, targets, returns, weights and spans. Computed once, on first use.</summary>
    public string ContentHash => _contentHash ??= ComputeContentHash();

    /// <summary>Computes the rows of a series.</summary>
    /// <param name="series">The candles.</param>
    /// <param name="pipeline">Computes the features.</param>
    /// <param name="label">Computes the target.</param>
    /// <exception cref="InvalidDataException">No candle gives a complete row.</exception>
    public static Dataset From(CandleSeries series, FeaturePipeline pipeline, Label label)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(label);
        return Of(series, pipeline, pipeline.Compute(series), label, out DroppedRows dropped)
            ?? throw new InvalidDataException($"None of the {series.Count} candles of {series.Symbol} {series.Timeframe} gives a complete row: {dropped}.");
    }

    /// <summary>The rows of a series whose features are computed already; null when none is complete.</summary>
    internal static Dataset? Of(CandleSeries series, FeaturePipeline pipeline, double[][] features, Label label, out DroppedRows dropped)
    {
        LabelColumn labels = label.Compute(series);
        (int[] kept, dropped) = Complete(features, labels.Values, pipeline.WarmUpOn(series.Timeframe));
        if (kept.Length == 0)
            return null;

        double[][] columns = new double[features.Length][];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = Gather(features[i], kept);
        var rows = new LabelColumn(Gather(labels.Values, kept), Gather(labels.Returns, kept), Gather(labels.Starts, kept), Gather(labels.Ends, kept));
        return new Dataset(pipeline.Names, columns, rows, kept)
        {
            Dropped = dropped,
            IsBinary = label.IsBinary,
            LabelName = label.Name,
            Series = series,
            Pipeline = pipeline,
            Label = label,
        };
    }

    /// <summary>A data set from your own columns.</summary>
    /// <param name="names">One name per column, all different.</param>
    /// <param name="columns">One array per name, all of one length; not changed afterwards.</param>
    /// <param name="target">The target of each row.</param>
    /// <param name="spans">Decision time of each row and time at which its label is known; null for consecutive spans of one unit.</param>
    /// <param name="returns">Return of a position over the label's span; null to use the target itself.</param>
    /// <param name="allowMissing">True to accept NaN in a column as a missing value, which only trees can be trained on; refused by default.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a value is not finite; the message names column and row.</exception>
    public static Dataset FromColumns(
        IReadOnlyList<string> names, double[][] columns, double[] target, (long[] Starts, long[] Ends)? spans = null, double[]? returns = null, bool allowMissing = false)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(target);
        int rows = target.Length;
        if (rows == 0 || names.Count != columns.Length || names.Distinct().Count() != names.Count)
            throw new ArgumentException($"Expected rows, and a different name for each of {columns.Length} columns; got {rows} rows and the names {string.Join(", ", names)}.", nameof(names));

        long[] starts = spans?.Starts ?? [.. Enumerable.Range(0, rows)], ends = spans?.Ends ?? starts;
        if (columns.Any(column => column.Length != rows) || starts.Length != rows || ends.Length != rows || (returns ?? target).Length != rows)
            throw new ArgumentException($"Every column, span and return needs {rows} values, one per target.", nameof(columns));

        for (int column = 0; column < columns.Length; column++)
            RequireFinite($"feature '{names[column]}'", columns[column], allowMissing, nameof(columns));
        RequireFinite("target", target, allowMissing: false, nameof(target));
        RequireFinite("return", returns ?? target, allowMissing: false, nameof(returns));

        return new Dataset([.. names], columns, new LabelColumn(target, returns ?? target, starts, ends), [.. Enumerable.Range(0, rows)])
        {
            IsBinary = Array.TrueForAll(target, value => value is 0 or 1),
            LabelName = "given",
        };
    }

    private static void RequireFinite(string what, double[] values, bool allowMissing, string parameter)
    {
        int row = Array.FindIndex(values, value => !double.IsFinite(value) && !(allowMissing && double.IsNaN(value)));
        if (row >= 0)
            throw new ArgumentException(FormattableString.Invariant($"The {what} is {values[row]} in row {row}: every value must be finite{(allowMissing ? ", or NaN where it is missing" : "")}."), parameter);
    }

    /// <summary>The same rows with sample weights.</summary>
    /// <param name="weights">One per row, finite, not negative, not all 0.</param>
    /// <exception cref="ArgumentException">The weights do not meet this.</exception>
    public Dataset WithWeights(double[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Length != RowCount || !Array.TrueForAll(weights, weight => weight >= 0 && double.IsFinite(weight)) || !Array.Exists(weights, weight => weight > 0))
            throw new ArgumentException($"Expected {RowCount} weights, finite, not negative and not all 0; got {weights.Length}.", nameof(weights));

        return Copy(Names, _columns, Pipeline, [.. weights]);
    }

    /// <summary>The same rows with some of the features.</summary>
    /// <param name="names">At least one, all different; gives the order of the columns.</param>
    /// <exception cref="ArgumentException">A name is unknown or given twice.</exception>
    public Dataset Select(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0 || names.Distinct().Count() != names.Count)
            throw new ArgumentException($"Expected at least one name, each given once; got {(names.Count == 0 ? "none" : string.Join(", ", names))}.", nameof(names));

        int[] chosen = [.. names.Select(IndexOf)];
        string[] present = [.. chosen.Select(i => Names[i])];
        return Copy(present, [.. chosen.Select(i => _columns[i])], Pipeline?.Select(present), _weights);
    }

    /// <summary>A feature's values, one per row.</summary>
    public ReadOnlySpan<double> Column(int column) => _columns[column];

    /// <summary>A feature's values, one per row.</summary>
    /// <exception cref="ArgumentException">No feature has this name.</exception>
    public ReadOnlySpan<double> Column(string name) => _columns[IndexOf(name)];

    /// <summary>Copies the features of one row.</summary>
    /// <param name="row">In [0, RowCount).</param>
    /// <param name="destination">One slot per feature.</param>
    public void CopyRow(int row, Span<double> destination)
    {
        if (destination.Length != _columns.Length)
            throw new ArgumentException($"Expected {_columns.Length} slots, got {destination.Length}.", nameof(destination));

        for (int i = 0; i < destination.Length; i++)
            destination[i] = _columns[i][row];
    }

    /// <summary>The rows whose labels are known at a time: what a model could have been trained on then.</summary>
    /// <param name="time">UTC.</param>
    /// <returns>Row numbers, ascending; empty when there are none.</returns>
    public int[] RowsKnownBy(DateTime time)
    {
        long moment = UnixTime.FromDateTime(time);
        return [.. Enumerable.Range(0, RowCount).Where(row => _ends[row] <= moment)];
    }

    /// <summary>The rows decided at or after a time.</summary>
    /// <param name="time">UTC.</param>
    /// <returns>Row numbers, ascending; empty when there are none.</returns>
    public int[] RowsFrom(DateTime time)
    {
        long moment = UnixTime.FromDateTime(time);
        return [.. Enumerable.Range(0, RowCount).Where(row => _starts[row] >= moment)];
    }

    /// <summary>Checks for leakage by replay: finds every feature that looks ahead and every label that looks beyond its span.</summary>
    /// <param name="samples">Number of sampled rows at which whole series are recomputed; at least 1.</param>
    /// <param name="seed">Seed for the sampled rows and for the perturbed future.</param>
    /// <exception cref="InvalidOperationException">The rows were not computed from candles.</exception>
    public LeakageReport Leakage(int samples = 10, int seed = 0) => LeakageReplay.Run(this, samples, seed);

    /// <summary>Rows, features and label in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Series?.Symbol ?? "given"}: {RowCount:N0} rows × {Names.Count} features, label {LabelName}, dropped {Dropped.Total:N0} (warm-up {Dropped.WarmUp:N0}, features {Dropped.Features:N0}, label {Dropped.Label:N0})");

    /// <summary>A subset of the rows with features, targets and returns only, without their candles.</summary>
    internal Dataset Gather(ReadOnlySpan<int> rows)
    {
        int[] chosen = rows.ToArray();
        var label = new LabelColumn(Gather(_target, chosen), Gather(_returns, chosen), Gather(_starts, chosen), Gather(_ends, chosen));
        return new Dataset(Names, Array.ConvertAll(_columns, column => Gather(column, chosen)), label, Gather(_candles, chosen)) { IsBinary = IsBinary, LabelName = LabelName };
    }

    /// <summary>The same rows with other values of some features.</summary>
    internal Dataset Replace(IReadOnlyList<string> names, Func<double[], double[]> change)
    {
        double[][] columns = [.. _columns];
        foreach (string name in names)
            columns[IndexOf(name)] = change(columns[IndexOf(name)]);
        return new Dataset(Names, columns, new LabelColumn(_target, _returns, _starts, _ends), _candles) { IsBinary = IsBinary, LabelName = LabelName };
    }

    private Dataset Copy(IReadOnlyList<string> names, double[][] columns, FeaturePipeline? pipeline, double[] weights) =>
        new(names, columns, new LabelColumn(_target, _returns, _starts, _ends), _candles)
        {
            IsBinary = IsBinary,
            Dropped = Dropped,
            LabelName = LabelName,
            Series = Series,
            Pipeline = pipeline,
            Label = Label,
            _weights = weights,
        };

    /// <summary>The position of a column, by its name in current or legacy syntax.</summary>
    private int IndexOf(string name)
    {
        int index = Index(name);
        if (index < 0)
            index = Index(Features.PresentName(name));
        return index >= 0 ? index : throw new ArgumentException($"No feature is named '{name}'; the features are {string.Join(", ", Names)}.", nameof(name));

        int Index(string wanted) => Names.Index().Where(n => n.Item == wanted).Select(n => n.Index).DefaultIfEmpty(-1).First();
    }

    private static (int[] Kept, DroppedRows Dropped) Complete(double[][] features, double[] target, int warmUp)
    {
        List<int> kept = new(target.Length);
        int warming = 0, incomplete = 0, unlabelled = 0;
        for (int row = 0; row < target.Length; row++)
        {
            if (!IsComplete(features, row) && row < warmUp - 1)
                warming++;
            else if (!IsComplete(features, row))
                incomplete++;
            else if (!double.IsFinite(target[row]))
                unlabelled++;
            else
                kept.Add(row);
        }

        return ([.. kept], new DroppedRows(warming, incomplete, unlabelled));
    }

    private static bool IsComplete(double[][] features, int row)
    {
        foreach (double[] column in features)
        {
            if (!double.IsFinite(column[row]))
                return false;
        }

        return true;
    }

    private static T[] Gather<T>(T[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);

    private string ComputeContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{string.Join('\n', Names)}\n{LabelName}\n{RowCount}\n")));
        foreach (double[] column in (IEnumerable<double[]>)[.. _columns, _target, _returns, _weights])
            hash.AppendData(MemoryMarshal.AsBytes<double>(column));
        hash.AppendData(MemoryMarshal.AsBytes<long>(_starts));
        hash.AppendData(MemoryMarshal.AsBytes<long>(_ends));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Counts of dropped candles by reason. Each candle is counted once, under the first reason that applies.</summary>
/// <param name="WarmUp">A feature is NaN or infinite during the pipeline's warm-up.</param>
/// <param name="Features">A feature is NaN or infinite after the warm-up.</param>
/// <param name="Label">The label is NaN, at a gap or the end of the series, or infinite.</param>
public readonly record struct DroppedRows(int WarmUp, int Features, int Label)
{
    /// <summary>Total number of dropped candles.</summary>
    public int Total => WarmUp + Features + Label;
}
