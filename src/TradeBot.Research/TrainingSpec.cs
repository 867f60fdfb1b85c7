using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>A training as data: candles, features and label as text, the trainers among which is searched, splits and seed. The same spec gives the same model, bit-identical, on any machine.</summary>
/// <remarks>It has one JSON form, whose SHA-256 is its <see cref="Hash"/>; the card of the model that it gives holds it.</remarks>
public sealed record TrainingSpec
{
    private const string Format = "TradeBot training 1";

    private static readonly JsonSerializerOptions Options = SpecText.Options([]);

    private static readonly Dictionary<string, SearchCandidate> Candidates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["logistic"] = SearchCandidate.Logistic,
        ["elastic-net"] = SearchCandidate.ElasticNet,
        ["boosting"] = SearchCandidate.GradientBoosting,
        ["forest"] = SearchCandidate.RandomForest,
        ["extra-trees"] = SearchCandidate.ExtraTrees,
        ["network"] = SearchCandidate.NeuralNetwork,
    };

    /// <summary>The trainers that a spec can name, each searched over its own options.</summary>
    public static IReadOnlyCollection<string> KnownTrainers => Candidates.Keys;

    /// <summary>Under which name the model is registered and its trials are counted.</summary>
    public required string Name { get; init; }

    /// <summary>The candles.</summary>
    public required DataManifest Data { get; init; }

    /// <summary>The columns, as <see cref="Learning.Features.Parse"/> reads them.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>What is predicted, as <see cref="Learning.Label.Parse"/> reads it.</summary>
    public required string Label { get; init; }

    /// <summary>What is tried: some of <see cref="KnownTrainers"/>; none for those that suit the label.</summary>
    /// <exception cref="ArgumentException">There is no such trainer.</exception>
    public IReadOnlyList<string> Trainers { get; init => field = Known(value); } = [];

    /// <summary>By which trials are judged.</summary>
    public SplitSpec Split { get; init; } = new();

    /// <summary>How many trials at most.</summary>
    public int Trials { get; init; } = 20;

    /// <summary>After so long no further trials begin; null for no limit. What was found then depends on the machine's speed.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Share of the last rows that no trial sees; 0 for none.</summary>
    public double Holdout { get; init; } = 0.2;

    /// <summary>Of the search and of the training.</summary>
    public int Seed { get; init; }

    /// <summary>Up to which use the model is licensed.</summary>
    public ModelUse Licence { get; init; }

    /// <summary>SHA-256 of the JSON, in lower-case hexadecimal.</summary>
    [JsonIgnore]
    public string Hash => SpecText.Hash(ToJson());

    /// <summary>Reads a spec.</summary>
    /// <param name="json">As <see cref="ToJson"/> wrote it, alone or as a model's card holds it; names may come in any order.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="InvalidDataException">It is no training, or a value is not accepted; the message names source, place and value.</exception>
    public static TrainingSpec Parse(string json, string source = "The spec")
    {
        ArgumentNullException.ThrowIfNull(json);
        return SpecText.Read<TrainingSpec>(json, source, Format, Options);
    }

    /// <summary>Reads a spec from a file.</summary>
    /// <param name="path">That <see cref="Save"/> wrote.</param>
    /// <inheritdoc cref="Parse"/>
    public static TrainingSpec Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>The one JSON form: names in ordinal order, indented, numbers without loss.</summary>
    public string ToJson() => SpecText.Write(this, Format, Options);

    /// <summary>Writes the JSON to a file, as one step.</summary>
    /// <param name="path">Created or replaced.</param>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>Finds the candles in a store, searches, and trains what did best on every row.</summary>
    /// <param name="store">Holds the candles, or shorter ones that they can be made of.</param>
    /// <param name="ledger">Where trials are counted; null for the shared ledger.</param>
    /// <param name="progress">Told how far the search is; null for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">The store holds no candles of that content.</exception>
    /// <exception cref="ArgumentException">A column, the label or a number is not accepted.</exception>
    /// <exception cref="InvalidOperationException">No trial could be ranked.</exception>
    public async Task<TrainingResult> RunAsync(CandleStore store, ITrialLedger? ledger = null, IProgress<AutoMlProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var data = Dataset.From(new StoredFeeds(store).Load(Data), Learning.Features.Parse(Features), Learning.Label.Parse(Label));
        var options = new AutoMlOptions
        {
            Name = Name,
            Trials = Trials,
            Time = TimeLimit,
            Candidates = [.. Trainers.Select(name => Candidates[name])],
            Holdout = Holdout,
            Ledger = ledger,
            Progress = progress,
        };
        AutoMlResult found = await AutoMl.SearchAsync(data, Split.Create(), Seed, options, cancellationToken);
        IModel model = found.Train(data, cancellationToken);
        using var content = new MemoryStream();
        ModelFile.Write(model, content);
        return new TrainingResult(
            data, found, model, found.Card(data) with { Licence = Licence, Spec = ToJson() },
            Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length))));
    }

    /// <inheritdoc/>
    public bool Equals(TrainingSpec? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    private static IReadOnlyList<string> Known(IReadOnlyList<string> trainers) => trainers.FirstOrDefault(t => !Candidates.ContainsKey(t)) is { } unknown
        ? throw new ArgumentException($"There is no trainer \"{unknown}\"; the nearest is '{NearestName.Of(unknown, Candidates.Keys)}'.", nameof(trainers))
        : trainers;
}

/// <summary>What a training gave.</summary>
/// <param name="Data">The rows.</param>
/// <param name="Search">What was tried, and how it did.</param>
/// <param name="Model">Trained on every row by what did best.</param>
/// <param name="Card">Of the model, with the spec.</param>
/// <param name="ModelHash">SHA-256 of the model's file: the same hash means the same model to the last bit.</param>
public sealed record TrainingResult(Dataset Data, AutoMlResult Search, IModel Model, ModelCard Card, string ModelHash)
{
    /// <summary>Registers the model with its card.</summary>
    /// <param name="registry">Where.</param>
    /// <param name="name">Under which name.</param>
    public ModelVersion Register(ModelRegistry registry, string name)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Register(name, Model, Card);
    }
}
