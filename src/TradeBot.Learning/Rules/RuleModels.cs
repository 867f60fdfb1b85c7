using System.Security.Cryptography;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>Models by name, for rules: <c>model("direction").probability > 0.55</c>.</summary>
/// <remarks>
/// Features are computed candle by candle with the same code as the training rows, on the candles of the rule. Where a feature is NaN or
/// infinite the prediction is unknown. Predictions on candles that a model was trained on are in-sample. Immutable.
/// </remarks>
public sealed class RuleModels : IModelSource
{
    private readonly Dictionary<string, Entry> _models;

    private RuleModels(Dictionary<string, Entry> models) => _models = models;

    /// <summary>No models: the starting point.</summary>
    public static RuleModels None { get; } = new([]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. _models.Keys];

    /// <summary>Adds a model.</summary>
    /// <param name="name">The name used in rules; replaces a model of the same name.</param>
    /// <param name="pipeline">Computes the model's features; it must be able to run live.</param>
    /// <param name="model">The model.</param>
    /// <param name="isProbability">Whether it predicts a probability; otherwise a number.</param>
    /// <exception cref="ArgumentException">The model needs different features, or the pipeline needs a whole series.</exception>
    public RuleModels With(string name, FeaturePipeline pipeline, IModel model, bool isProbability = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(model);
        ModelFeatures.Require(model.Features, pipeline.Names);
        if (!pipeline.CanStream)
            throw new ArgumentException($"A rule sees candles as they close, but some of {pipeline} need the whole series.", nameof(pipeline));
        return new RuleModels(new Dictionary<string, Entry>(_models) { [name] = new Entry(pipeline, model, isProbability) });
    }

    /// <summary>Adds a model whose features are parsed from their names, such as one loaded from a file.</summary>
    /// <inheritdoc cref="With(string, FeaturePipeline, IModel, bool)"/>
    /// <exception cref="FormatException">A feature of the model cannot be parsed, for example because code computes it: pass its pipeline.</exception>
    public RuleModels With(string name, IModel model, bool isProbability = true)
    {
        ArgumentNullException.ThrowIfNull(model);
        return With(name, Features.Parse(model.Features), model, isProbability);
    }

    /// <summary>Adds a registered model: its card says whether it predicts a probability.</summary>
    /// <param name="name">The name used in rules.</param>
    /// <param name="model">The loaded model.</param>
    /// <exception cref="FormatException">A feature of the model cannot be parsed.</exception>
    public RuleModels With(string name, RegisteredModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FeaturePipeline pipeline = Features.Parse(model.Card.Features);
        model.Card.RequireFeatures(pipeline.Names, pipeline.SchemaHash);
        RuleModels models = With(name, pipeline, model.Model, Label.Parse(model.Card.Label).IsBinary);
        return models.Identified(new ModelIdentity(name, model.Version.Model, model.Version.Number, model.Version.Hash));
    }

    /// <summary>These models and one of a file that <see cref="ModelFile"/> wrote: it tells a probability.</summary>
    /// <param name="name">By which rules read it.</param>
    /// <param name="file">Its path.</param>
    /// <exception cref="FormatException">A feature of the model is no text of the language.</exception>
    public RuleModels WithFile(string name, string file)
    {
        byte[] content = File.ReadAllBytes(file);
        using var stream = new MemoryStream(content);
        return With(name, ModelFile.Read(stream)).Identified(new ModelIdentity(name, Path.GetFullPath(file), Version: null, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    private RuleModels Identified(ModelIdentity identity) =>
        new(new Dictionary<string, Entry>(_models) { [identity.Name] = _models[identity.Name] with { Identity = identity } });

    /// <inheritdoc/>
    public IModelSeries? Find(string name) => _models.GetValueOrDefault(name);

    private sealed record Entry(FeaturePipeline Pipeline, IModel Model, bool IsProbability) : IModelSeries
    {
        public ModelIdentity? Identity { get; init; }

        public Func<Candle, double> Start(CandleFeed feed)
        {
            FeatureStream stream = Pipeline.Start(feed.Timeframe);
            double[] row = new double[stream.Count];
            return candle =>
            {
                stream.Update(candle, row);
                return Array.TrueForAll(row, double.IsFinite) ? Model.Predict(row) : double.NaN;
            };
        }
    }
}
