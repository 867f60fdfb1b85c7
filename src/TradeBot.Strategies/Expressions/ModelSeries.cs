namespace TradeBot.Strategies;

/// <summary>The output of a model that a rule uses.</summary>
public enum ModelOutput
{
    /// <summary>The predicted probability, in [0, 1].</summary>
    Probability,

    /// <summary>The raw prediction: a number, or a probability.</summary>
    Prediction,

    /// <summary>Twice the probability minus 1: from −1 through 0 (even odds) to 1.</summary>
    Score,
}

/// <summary>A trained model by name, for rules: <c>Model("direction").Probability > 0.55</c>.</summary>
/// <param name="Name">The name that <see cref="DefinedStrategy.WithModels"/> looks up.</param>
public sealed record ModelReference(string Name)
{
    /// <summary>The predicted probability, in [0, 1].</summary>
    public ModelSeries Probability => new(Name, ModelOutput.Probability);

    /// <summary>The raw prediction.</summary>
    public ModelSeries Prediction => new(Name, ModelOutput.Prediction);

    /// <summary>Twice the probability minus 1: in [−1, 1].</summary>
    public ModelSeries Score => new(Name, ModelOutput.Score);
}

/// <summary>A trained model's prediction at each close, from closed candles only.</summary>
public sealed class ModelSeries : Series
{
    internal ModelSeries(string model, ModelOutput output, IModelSeries? source = null) => (Model, Output, Source) = (model, output, source);

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The selected output.</summary>
    public ModelOutput Output { get; }

    /// <summary>The model itself; null until it is provided.</summary>
    internal IModelSeries? Source { get; }

    internal override Precedence Precedence => Precedence.Whole;

    /// <summary>Binds the model that a source has under this name.</summary>
    /// <exception cref="ArgumentException">The source has no such model, or it predicts a number where a probability is needed.</exception>
    internal ModelSeries From(IModelSource models)
    {
        IModelSeries found = models.Find(Model) ?? throw new ArgumentException(
            models.Names.Count == 0
                ? $"The strategy uses the model '{Model}', but no models were provided."
                : $"The strategy uses the model '{Model}', which was not provided; the nearest is '{NearestName.Of(Model, models.Names)}', of {string.Join(", ", models.Names)}.",
            nameof(models));
        return found.IsProbability || Output == ModelOutput.Prediction
            ? new ModelSeries(Model, Output, found)
            : throw new ArgumentException($"The model '{Model}' predicts a number, not a probability: use model(\"{Model}\").prediction.", nameof(models));
    }

    private protected override string Write() => $"model(\"{Model}\").{Output.ToString().ToLowerInvariant()}";
}
