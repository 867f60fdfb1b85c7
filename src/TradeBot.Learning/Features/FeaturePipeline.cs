using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>A list of features: closed candles in, a row of numbers out. Immutable.</summary>
/// <remarks>
/// The arithmetic is written once, candle by candle; <see cref="Compute(CandleSeries)"/> runs the same code over a series, so that
/// training rows and live rows are bit-identical.
/// </remarks>
public sealed class FeaturePipeline
{
    // Part of the schema hash: increased when the same names start to mean different numbers.
    private const int ArithmeticVersion = 1;

    private readonly ScalarFeature[] _columns;

    internal FeaturePipeline(IReadOnlyList<Feature> features)
    {
        _columns = [.. features.SelectMany(feature => feature.Columns)];
        if (_columns.Length == 0)
            throw new ArgumentException("A pipeline needs at least one feature.", nameof(features));

        if (_columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"Two columns are named '{twice.Key}'.", nameof(features));

        Names = [.. _columns.Select(column => column.Name)];
        SchemaHash = HashOf(Names);
    }

    /// <summary>Column names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>SHA-256, in lower-case hexadecimal, of the names: a model accepts only rows from pipelines with the same hash.</summary>
    public string SchemaHash { get; }

    /// <summary>Notes on columns written in legacy syntax, with the current syntax; empty when there are none.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>False when a column needs the whole series, so the pipeline cannot run live.</summary>
    public bool CanStream => Array.TrueForAll(_columns, column => column.CanStream);

    internal IReadOnlyList<ScalarFeature> Columns => _columns;

    /// <summary>Warm-up: number of candles without a gap up to and including the first row without NaN, at most.</summary>
    /// <param name="timeframe">The length of the candles.</param>
    public int WarmUpOn(Timeframe timeframe) => _columns.Max(column => column.WarmUpOn(timeframe));

    /// <summary>Selects columns.</summary>
    /// <param name="names">At least one; gives the order of the columns.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public FeaturePipeline Select(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new FeaturePipeline([.. names.Select(name => Array.Find(_columns, column => column.Name == name)
            ?? throw new ArgumentException($"No column is named '{name}'; the columns are {string.Join(", ", Names)}.", nameof(names)))]);
    }

    /// <summary>Starts a run over incoming candles.</summary>
    /// <param name="timeframe">Their length.</param>
    /// <exception cref="InvalidOperationException">A column needs the whole series.</exception>
    public FeatureStream Start(Timeframe timeframe) => new(new CandleFeed("", timeframe), _columns, series: null);

    /// <summary>Every column over a series, aligned with its candles; NaN where unknown.</summary>
    /// <returns>One array per column, in the order of <see cref="Names"/>.</returns>
    public double[][] Compute(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        double[][] values = new double[_columns.Length][];
        try
        {
            Parallel.For(0, values.Length, column => values[column] = Compute(_columns[column], series));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]); // rethrow a feature's exception unchanged
        }

        return values;
    }

    /// <summary>The names.</summary>
    public override string ToString() => string.Join(", ", Names);

    internal static double[] Compute(ScalarFeature column, CandleSeries series)
    {
        FeatureStream stream = column.Start(new CandleFeed(series.Symbol, series.Timeframe), series);
        double[] values = new double[series.Count];
        for (int i = 0; i < values.Length; i++)
            stream.Update(series[i], values.AsSpan(i, 1));
        return values;
    }

    /// <summary>The schema hash of these names.</summary>
    internal static string HashOf(IEnumerable<string> names)
    {
        string schema = string.Join('\n', names);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{ArithmeticVersion}\n{schema}"))));
    }
}
