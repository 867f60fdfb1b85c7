using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Features side by side: closed candles in, a row of numbers out. Immutable.</summary>
/// <remarks>
/// The arithmetic is written once, candle by candle; <see cref="Compute(CandleSeries)"/> runs the same code over a series, so that
/// what a model learns from and what it sees live are the same bits.
/// </remarks>
public sealed class FeaturePipeline
{
    // Part of the schema's hash: raised when the same names come to mean other numbers.
    private const int ArithmeticVersion = 1;

    private readonly ScalarFeature[] _columns;

    internal FeaturePipeline(IReadOnlyList<Feature> features)
    {
        _columns = [.. features.SelectMany(feature => feature.Columns)];
        if (_columns.Length == 0)
            throw new ArgumentException("A pipeline needs at least one feature.", nameof(features));

        if (_columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"Two columns are called '{twice.Key}'.", nameof(features));

        Names = [.. _columns.Select(column => column.Name)];
        SchemaHash = HashOf(Names);
    }

    /// <summary>The columns' names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>SHA-256, in lower-case hexadecimal, over the names: a model fits the rows of pipelines with its own hash only.</summary>
    public string SchemaHash { get; }

    /// <summary>What was read in an earlier spelling, with the present one: sentences; empty when nothing was.</summary>
    public IReadOnlyList<string> Notes { get; internal init; } = [];

    /// <summary>False when a column needs the whole series, so that the pipeline cannot run live.</summary>
    public bool CanStream => Array.TrueForAll(_columns, column => column.CanStream);

    internal IReadOnlyList<ScalarFeature> Columns => _columns;

    /// <summary>How many candles without a gap are seen at most up to the first row without NaN, counting the one that gives it.</summary>
    /// <param name="timeframe">The length of the candles.</param>
    public int WarmUpOn(Timeframe timeframe) => _columns.Max(column => column.WarmUpOn(timeframe));

    /// <summary>Some of the columns.</summary>
    /// <param name="names">At least one; the columns come in this order.</param>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public FeaturePipeline Select(params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new FeaturePipeline([.. names.Select(name => Array.Find(_columns, column => column.Name == name)
            ?? throw new ArgumentException($"No column is called '{name}'; there are {string.Join(", ", Names)}.", nameof(names)))]);
    }

    /// <summary>Begins a run over candles to come.</summary>
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
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]); // what a feature threw, as it threw it
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

    /// <summary>The hash of columns of these names.</summary>
    internal static string HashOf(IEnumerable<string> names)
    {
        string schema = string.Join('\n', names);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{ArithmeticVersion}\n{schema}"))));
    }
}
