using System.Text.Json.Serialization;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A backtest as data: candles, strategy and conditions. The same spec gives the same result, bit-identical, on any machine.</summary>
/// <remarks>
/// It has one JSON form, whose SHA-256 is its <see cref="Hash"/>; two specs are equal when their JSON is. Candles are named by their place in a
/// store (symbol, timeframe, period) and their content: a run on other content is refused. A strategy that is code, such as a function
/// of a notebook, is named but cannot be run from a file: <see cref="WhyNotRepeatable"/> says so.
/// </remarks>
[JsonConverter(typeof(BacktestSpecConverter))]
public sealed record BacktestSpec
{
    /// <summary>The candles, one entry per feed; at least one.</summary>
    public required IReadOnlyList<DataManifest> Data { get; init; }

    /// <summary>The shorter candles inside those of the feeds; see <see cref="BacktestOptions.IntrabarCandles"/>.</summary>
    public IReadOnlyList<DataManifest> IntrabarCandles { get; init; } = [];

    /// <summary>All candles that a run needs: those of the feeds, then the intrabar candles.</summary>
    [JsonIgnore]
    public IEnumerable<DataManifest> AllData => Data.Concat(IntrabarCandles);

    /// <summary>The strategy or order algorithm.</summary>
    public required StrategySpec Strategy { get; init; }

    /// <summary>Every condition of the run except <see cref="BacktestOptions.IntrabarCandles"/>, which is empty here.</summary>
    public required BacktestOptions Terms { get; init => field = value.IntrabarCandles.Count == 0 ? value : value with { IntrabarCandles = [] }; }

    /// <summary>Why it cannot be run from a file, as a sentence; null when it can.</summary>
    [JsonIgnore]
    public string? WhyNotRepeatable => Strategy is CodeSpec code
        ? $"The strategy \"{code.Name}\" is code that no file names: it cannot be repeated from this file."
        : SizingConverter.IsKnown(Terms.Sizing) ? null : $"The sizing \"{Terms.Sizing.Name}\" is code that no file names: it cannot be repeated from this file.";

    /// <summary>SHA-256 of the JSON, in lower-case hexadecimal.</summary>
    [JsonIgnore]
    public string Hash => SpecText.Hash(ToJson());

    /// <summary>The spec of a run on candles in memory.</summary>
    /// <param name="strategy">The strategy or order algorithm.</param>
    /// <param name="series">One per feed.</param>
    /// <param name="options">Conditions; the defaults when null.</param>
    public static BacktestSpec Of(StrategySpec strategy, IReadOnlyList<CandleSeries> series, BacktestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= BacktestOptions.Default;
        return new BacktestSpec { Data = [.. series.Select(DataManifest.Of)], IntrabarCandles = [.. options.IntrabarCandles.Select(f => DataManifest.Of(IntrabarSelection.Cut(f, series, options.IntrabarCandles)))], Strategy = strategy, Terms = options };
    }

    /// <summary>Reads a spec.</summary>
    /// <param name="json">As <see cref="ToJson"/> wrote it; names may come in any order, and terms that are absent are the defaults.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="InvalidDataException">The text is not a backtest, or a value is not accepted; the message names source, place and value.</exception>
    public static BacktestSpec Parse(string json, string source = "The spec")
    {
        ArgumentNullException.ThrowIfNull(json);
        return BacktestSpecConverter.Read(json, source);
    }

    /// <summary>Reads a spec from a file.</summary>
    /// <param name="path">That <see cref="Save"/> wrote.</param>
    /// <inheritdoc cref="Parse"/>
    public static BacktestSpec Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>The one JSON form: names in ordinal order, indented, numbers without loss.</summary>
    public string ToJson() => BacktestSpecConverter.Write(this);

    /// <summary>Writes the JSON to a file, as one step.</summary>
    /// <param name="path">Created or replaced.</param>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>Finds the candles in a store and runs.</summary>
    /// <param name="store">Has the candles, or shorter ones from which they can be resampled.</param>
    /// <param name="progress">Receives the progress of the run; null for none.</param>
    /// <param name="models">The trained models that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="InvalidOperationException">The run is not data: see <see cref="WhyNotRepeatable"/>.</exception>
    /// <exception cref="InvalidDataException">The store has no candles with that content.</exception>
    public Task<BacktestResult> RunAsync(
        CandleStore store, IProgress<BacktestProgress>? progress = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Task.Run(
            () =>
            {
                object strategy = Runnable(models);
                var feeds = new StoredFeeds(store);
                return Run(strategy, [.. Data.Select(feeds.Load)], [.. IntrabarCandles.Select(feeds.Load)], progress, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Runs on candles in memory.</summary>
    /// <param name="series">With the content that <see cref="Data"/> and <see cref="IntrabarCandles"/> name, in any order.</param>
    /// <param name="progress">Receives the progress of the run; null for none.</param>
    /// <param name="models">The trained models that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="InvalidOperationException">The run is not data: see <see cref="WhyNotRepeatable"/>.</exception>
    /// <exception cref="ArgumentException">A series is missing.</exception>
    public BacktestResult Run(
        IReadOnlyCollection<CandleSeries> series, IProgress<BacktestProgress>? progress = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Run(Runnable(models), [.. Data.Select(Given)], [.. IntrabarCandles.Select(Given)], progress, cancellationToken);

        CandleSeries Given(DataManifest data) => series.FirstOrDefault(s => s.ContentHash == data.ContentHash)
            ?? throw new ArgumentException($"{data.Symbol} {data.Timeframe} with SHA-256 {data.ContentHash} is not among the candles given.", nameof(series));
    }

    /// <inheritdoc/>
    public bool Equals(BacktestSpec? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    private object Runnable(IModelLibrary? models) => WhyNotRepeatable is string reason ? throw new InvalidOperationException(reason) : Strategy.Create(models);

    private BacktestResult Run(object strategy, CandleSeries[] series, CandleSeries[] intrabar, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken) =>
        Backtest.Run(series, strategy, Strategy, Terms with { IntrabarCandles = intrabar }, progress, cancellationToken);
}
