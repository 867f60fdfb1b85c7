using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>A training as data: candles, features and label as text, trainers to search, splits and seed. The same spec gives the same model, bit-identical, on any machine.</summary>
/// <remarks>It has one JSON form, whose SHA-256 is its <see cref="Hash"/>; the card of the trained model contains it.</remarks>
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

    /// <summary>The trainers that a spec can name, each with its own search space.</summary>
    public static IReadOnlyCollection<string> KnownTrainers => Candidates.Keys;

    /// <summary>The name under which the model is registered and its trials are recorded.</summary>
    public required string Name { get; init; }

    /// <summary>The candles.</summary>
    public required DataManifest Data { get; init; }

    /// <summary>The features, as <see cref="Learning.Features.Parse"/> reads them.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>The label, as <see cref="Learning.Label.Parse"/> reads it.</summary>
    public required string Label { get; init; }

    /// <summary>The trainers to try, from <see cref="KnownTrainers"/>; empty for those that suit the label.</summary>
    /// <exception cref="ArgumentException">There is no such trainer.</exception>
    public IReadOnlyList<string> Trainers { get; init => field = Known(value); } = [];

    /// <summary>The split by which trials are evaluated.</summary>
    public SplitSpec Split { get; init; } = new();

    /// <summary>Largest number of trials.</summary>
    public int Trials { get; init; } = 20;

    /// <summary>The time after which no further trials start; null for no limit. The result then depends on the machine's speed.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Share of the last rows that no trial uses; 0 for none.</summary>
    public double Holdout { get; init; } = 0.2;

    /// <summary>The seed of the search and of the training.</summary>
    public int Seed { get; init; }

    /// <summary>The licence of the model.</summary>
    public ModelUse Licence { get; init; }

    /// <summary>SHA-256 of the JSON, in lower-case hexadecimal.</summary>
    [JsonIgnore]
    public string Hash => SpecText.Hash(ToJson());

    /// <summary>Reads a spec.</summary>
    /// <param name="json">As <see cref="ToJson"/> wrote it, alone or within a model's card; names may be in any order.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <exception cref="InvalidDataException">The text is not a training, or a value is not accepted; the message names source, place and value.</exception>
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

    /// <summary>Finds the candles in a store, searches, and trains the best trainer on all rows.</summary>
    /// <param name="store">Has the candles, or shorter ones from which they can be resampled.</param>
    /// <param name="ledger">Records the trials; null for the shared ledger.</param>
    /// <param name="progress">Receives the progress of the search; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">The store has no candles with that content.</exception>
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

/// <summary>The result of a training.</summary>
/// <param name="Data">The rows.</param>
/// <param name="Search">The trials.</param>
/// <param name="Model">The model of the best trainer, trained on all rows.</param>
/// <param name="Card">The model's card, with the spec.</param>
/// <param name="ModelHash">SHA-256 of the model's file: the same hash means a bit-identical model.</param>
public sealed record TrainingResult(Dataset Data, AutoMlResult Search, IModel Model, ModelCard Card, string ModelHash)
{
    /// <summary>Registers the model with its card.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="name">The model's name.</param>
    public ModelVersion Register(ModelRegistry registry, string name)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Register(name, Model, Card);
    }
}
