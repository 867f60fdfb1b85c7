using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>A study as data: the backtest of every trial, search space, sampler and metric. The same spec gives the same trials on any machine.</summary>
/// <remarks>
/// It has one JSON form, whose SHA-256 is its <see cref="Hash"/>; two specs are equal when their JSON is. Combinations that the
/// strategy's constraints refuse are excluded from the search.
/// </remarks>
public sealed record StudySpec
{
    private const string Format = "TradeBot study 1";

    internal static readonly JsonSerializerOptions Options = SpecText.Options([new ParameterConverter()]);

    private static readonly Dictionary<string, Func<ISampler>> KnownSamplers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["grid"] = () => new GridSampler(),
        ["random"] = () => new RandomSampler(),
        ["sobol"] = () => new SobolSampler(),
        ["tpe"] = () => new TpeSampler(),
        ["cma-es"] = () => new CmaEsSampler(),
        ["nsga-ii"] = () => new Nsga2Sampler(),
    };

    /// <summary>The metrics that a study can maximise.</summary>
    public static IReadOnlyCollection<string> Metrics => PerformanceFigures.Objectives;

    /// <summary>The samplers that a study can use.</summary>
    public static IReadOnlyCollection<string> Samplers => KnownSamplers.Keys;

    /// <summary>The study's name in ledgers, reports and file names.</summary>
    public required string Name { get; init; }

    /// <summary>The seed from which that of every trial is derived.</summary>
    public int Seed { get; init; }

    /// <summary>The backtest of a trial: the searched values are set in addition to the strategy's parameters here.</summary>
    public required BacktestSpec Backtest { get; init; }

    /// <summary>The search space, in order: parameters of the strategy.</summary>
    public required IReadOnlyList<Parameter> Space { get; init; }

    /// <summary>Constraints on combinations, such as <c>fast&lt;slow</c>: a parameter or a number on either side of &lt;, &lt;=, &gt; or &gt;=.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>The metric to maximise: one of <see cref="Metrics"/>, or the name of that figure such as "Sharpe ratio".</summary>
    /// <exception cref="ArgumentException">There is no such figure, or a higher value is not better.</exception>
    public string Metric { get; init => field = PerformanceFigures.ObjectiveNamed(value); } = "sharpe";

    /// <summary>Smallest number of trades: a trial with fewer is infeasible; null for no limit.</summary>
    public int? MinTrades { get; init; }

    /// <summary>The sampler: one of <see cref="Samplers"/>.</summary>
    /// <exception cref="ArgumentException">There is no such sampler.</exception>
    public string Sampler { get; init => field = Known(value, KnownSamplers.Keys, "sampler"); } = "grid";

    /// <summary>Largest number of trials; null for all of a grid, the only sampler that ends by itself.</summary>
    public int? Trials { get; init; }

    /// <summary>How <see cref="ValidateAsync"/> divides the candles; null for a study that is not validated.</summary>
    public SplitSpec? Split { get; init; }

    /// <summary>A trial that takes longer has failed; null for no limit.</summary>
    public TimeSpan? TrialTimeout { get; init; }

    /// <summary>The time after which no further trials start; running the study on its journal continues it. Null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>SHA-256 of the JSON, in lower-case hexadecimal.</summary>
    [JsonIgnore]
    public string Hash => SpecText.Hash(ToJson());

    /// <summary>Reads a spec.</summary>
    /// <param name="json">As <see cref="ToJson"/> wrote it; names may come in any order.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="InvalidDataException">The text is not a study, or a value is not accepted; the message names source, place and value.</exception>
    public static StudySpec Parse(string json, string source = "The spec")
    {
        ArgumentNullException.ThrowIfNull(json);
        return SpecText.Read<StudySpec>(json, source, Format, Options);
    }

    /// <summary>Reads a spec from a file.</summary>
    /// <param name="path">That <see cref="Save"/> wrote.</param>
    /// <inheritdoc cref="Parse"/>
    public static StudySpec Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>The one JSON form: names in ordinal order, indented, numbers without loss.</summary>
    public string ToJson() => SpecText.Write(this, Format, Options);

    /// <summary>Writes the JSON to a file, as one step.</summary>
    /// <param name="path">Created or replaced.</param>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>The backtest of a set of parameters.</summary>
    /// <param name="parameters">The parameters of a trial.</param>
    public BacktestSpec BacktestOf(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Dictionary<string, double> all = new(Backtest.Strategy.Parameters);
        foreach ((string name, ParameterValue value) in parameters)
            all[name] = value.ToDouble();
        return Backtest with { Strategy = Backtest.Strategy with { Parameters = all } };
    }

    /// <summary>Checks before any work that the study can be searched.</summary>
    /// <exception cref="ArgumentException">The search space is empty, a parameter is both searched and set, the strategy has no such parameter, no combination is left, or the number of trials is missing.</exception>
    /// <exception cref="InvalidOperationException">The strategy is code.</exception>
    public void Require()
    {
        if (Space.Count == 0)
            throw new ArgumentException("The search space is empty: name at least one parameter.", nameof(Space));
        if (Space.FirstOrDefault(p => Backtest.Strategy.Parameters.ContainsKey(p.Name)) is { } both)
            throw new ArgumentException(FormattableString.Invariant($"{both.Name}={Backtest.Strategy.Parameters[both.Name]} is set, and {both.Name} is searched: remove one of the two."));
        if (Trials is null && KnownSamplers[Sampler]() is not GridSampler)
            throw new ArgumentException($"The {Sampler} sampler needs the number of trials.", nameof(Trials));

        Study study = ToSearch();
        try
        {
            if (KnownSamplers[Sampler]().Start(study.Space, Seed).Ask(0) is null)
                throw Nothing($"no combination of {study.Space} meets every condition.");
        }
        catch (InvalidOperationException none) // the sampler gave up
        {
            throw Nothing(none.Message, none);
        }

        ArgumentException Nothing(string why, Exception? inner = null) => Where.Count > 0
            ? new ArgumentException($"no combination is left to try: {why}", nameof(Where), inner)
            : new ArgumentException($"The strategy's constraint leaves no combination to try: {why}", inner);
    }

    /// <summary>Finds the candles in a store and runs the trials.</summary>
    /// <param name="store">Has the candles, or shorter ones from which they can be resampled.</param>
    /// <param name="options">Parallelism, progress, storage and ledger; the defaults when null. The time limits are those of the spec.</param>
    /// <param name="models">The trained models that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Stops the study.</param>
    /// <exception cref="ArgumentException">The study cannot be searched: see <see cref="Require"/>.</exception>
    /// <exception cref="InvalidDataException">The store has no candles with that content.</exception>
    public Task<StudyResult> RunAsync(CandleStore store, StudyOptions? options = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Task.Run(() => Run(Load(store), options, models, cancellationToken), cancellationToken);
    }

    /// <summary>Runs the trials on candles in memory.</summary>
    /// <param name="candles">With the content that <see cref="Backtest"/> names: those of the feeds, then the intrabar candles.</param>
    /// <param name="options">Parallelism, progress, storage and ledger; the defaults when null. The time limits are those of the spec.</param>
    /// <param name="models">The trained models that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Stops the study.</param>
    /// <exception cref="ArgumentException">The study cannot be searched: see <see cref="Require"/>.</exception>
    public StudyResult Run(IReadOnlyList<CandleSeries> candles, StudyOptions? options = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        Require();
        RequireCandles(candles);
        return ToStudy().Run(
            KnownSamplers[Sampler](), Trials ?? int.MaxValue, FeedsOf(candles), StrategyOf(models), TermsOf(candles),
            (options ?? new StudyOptions()) with { TrialTimeout = TrialTimeout, Timeout = Timeout }, cancellationToken);
    }

    /// <summary>Finds the candles in a store and repeats the search in every fold of <see cref="Split"/>.</summary>
    /// <param name="store">Has the candles, or shorter ones from which they can be resampled.</param>
    /// <param name="options">Parallelism, progress and ledger; the defaults when null.</param>
    /// <param name="models">The trained models that the strategy reads, such as a registry; null for none.</param>
    /// <param name="cancellationToken">Ends the validation.</param>
    /// <exception cref="InvalidOperationException">The spec has no split.</exception>
    /// <exception cref="InvalidDataException">The store has no candles with that content.</exception>
    public Task<ValidationResult> ValidateAsync(CandleStore store, StudyOptions? options = null, IModelLibrary? models = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ISplit split = (Split ?? throw new InvalidOperationException($"The study \"{Name}\" has no split.")).Create();
        return Task.Run(
            () =>
            {
                IReadOnlyList<CandleSeries> candles = Load(store);
                return (this with { Name = $"{Name}, {split.Name}" }).ToStudy().Validate(
                    FeedsOf(candles), split, StrategyOf(models), TermsOf(candles),
                    new FoldSearchOptions { Sampler = KnownSamplers[Sampler](), Trials = Trials ?? int.MaxValue, Study = options ?? new StudyOptions() }, cancellationToken);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public bool Equals(StudySpec? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    private IReadOnlyList<CandleSeries> FeedsOf(IReadOnlyList<CandleSeries> candles) => [.. candles.Take(Backtest.Data.Count)];

    private BacktestOptions TermsOf(IReadOnlyList<CandleSeries> candles) => Backtest.Terms with { IntrabarCandles = [.. candles.Skip(Backtest.Data.Count)] };

    private CandleSeries[] Load(CandleStore store)
    {
        var feeds = new StoredFeeds(store);
        return [.. Backtest.AllData.Select(feeds.Load)];
    }

    private Study<HeadlineFigures> ToStudy()
    {
        Study<HeadlineFigures> study = ToSearch().Maximize(figures => figures.Figure(Metric).Value);
        return MinTrades is int fewest ? study.Require(p => p.Trades >= fewest) : study;
    }

    private Study ToSearch()
    {
        Study study = Space.Aggregate(Study.Named(Name, Seed), (study, parameter) => parameter switch
        {
            IntParameter { IsLogarithmic: true } p => study.LogInt(p.Name, p.Low, p.High),
            IntParameter p => study.Int(p.Name, p.Low, p.High, p.Step),
            FloatParameter { IsLogarithmic: true } p => study.LogFloat(p.Name, p.Low, p.High),
            FloatParameter p => study.Float(p.Name, p.Low, p.High, p.Step),
            _ => throw new ArgumentException($"'{parameter.Name}' is not a range of numbers: a strategy's parameters are numbers.", nameof(Space)),
        });
        study = Where.Aggregate(study, (study, condition) => study.Where(ParameterCondition.Parse(condition, study.Space)));
        if ((Backtest.Strategy with { Parameters = new Dictionary<string, double>() }).Create() is not DefinedStrategy rule)
            return study;

        // A wrong name is reported before any work.
        _ = rule.Accepts(BacktestOf(study.Space.SetOf([.. Space.Select(p => p.AtFraction(0))])).Strategy.Parameters);
        return rule.Definition.Constraints.Count == 0 ? study : study.Where(p => rule.Accepts(BacktestOf(p).Strategy.Parameters));
    }

    private Func<ParameterSet, IStrategy> StrategyOf(IModelLibrary? models)
    {
        // Every trial reads the same models: they are loaded once.
        IModelLibrary? loaded = models is not null && Backtest.Strategy is DocumentSpec { Models: { } read } ? new LoadedModels(models.Load(read)) : models;
        return parameters => BacktestOf(parameters).Strategy.Create(loaded) as IStrategy
            ?? throw new ArgumentException($"The study \"{Name}\" has an order algorithm; only strategies can be searched.");
    }

    internal void RequireCandles(IReadOnlyList<CandleSeries> candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        if (!candles.Select(c => c.ContentHash).SequenceEqual(Backtest.AllData.Select(d => d.ContentHash)))
            throw new ArgumentException("The candles are not those that the study names.", nameof(candles));
        double days = candles.Count == 0 ? 0 : (candles.Max(c => c.CloseTimeAt(c.Count - 1)) - candles.Min(c => c.OpenTimeAt(0))).TotalDays;
        if (Metric == "calmar" && days < PerformanceSummary.AnnualFromDays)
            throw new ArgumentException(FormattableString.Invariant($"The metric {Metric} divides an annual return, which needs {PerformanceSummary.AnnualFromDays} days of candles; there are {days:0.#}. Choose another metric, such as sharpe."));
    }

    private static string Known(string name, IReadOnlyCollection<string> known, string what) => known.Contains(name, StringComparer.OrdinalIgnoreCase)
        ? name
        : throw new ArgumentException($"There is no {what} \"{name}\"; the nearest is '{NearestName.Of(name, known)}'.", what);

    private sealed class LoadedModels(IModelSource source) : IModelLibrary
    {
        public IModelSource Load(IReadOnlyList<ModelIdentity> models) => source;
    }
}
