namespace TradeBot.Strategies;

/// <summary>What a rule takes of a model.</summary>
public enum ModelOutput
{
    /// <summary>The probability that it tells, in [0, 1].</summary>
    Probability,

    /// <summary>What it tells as it is: a number, or a probability.</summary>
    Prediction,

    /// <summary>Twice the probability, less 1: from −1 (certainly not) over 0 (even) to 1 (certainly).</summary>
    Score,
}

/// <summary>A trained model by name, for rules: <c>Model("direction").Probability > 0.55</c>.</summary>
/// <param name="Name">By which <see cref="DefinedStrategy.WithModels"/> finds it.</param>
public sealed record ModelReference(string Name)
{
    /// <summary>The probability that it tells, in [0, 1].</summary>
    public ModelSeries Probability => new(Name, ModelOutput.Probability);

    /// <summary>What it tells as it is.</summary>
    public ModelSeries Prediction => new(Name, ModelOutput.Prediction);

    /// <summary>Twice the probability, less 1: in [−1, 1].</summary>
    public ModelSeries Score => new(Name, ModelOutput.Score);
}

/// <summary>What a trained model tells at each close, from closed candles alone.</summary>
public sealed class ModelSeries : Series
{
    internal ModelSeries(string model, ModelOutput output, IModelSeries? source = null) => (Model, Output, Source) = (model, output, source);

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>What is taken of it.</summary>
    public ModelOutput Output { get; }

    /// <summary>The model itself; null until it is given.</summary>
    internal IModelSeries? Source { get; }

    internal override Precedence Precedence => Precedence.Whole;

    /// <summary>The same series with the model that a source has under its name.</summary>
    /// <exception cref="ArgumentException">It has none, or one that tells no probability where one is asked for.</exception>
    internal ModelSeries From(IModelSource models)
    {
        IModelSeries found = models.Find(Model) ?? throw new ArgumentException(
            models.Names.Count == 0
                ? $"The strategy reads the model '{Model}', and no model is given."
                : $"The strategy reads the model '{Model}'; the nearest that is given is '{NearestName.Of(Model, models.Names)}', of {string.Join(", ", models.Names)}.",
            nameof(models));
        return found.IsProbability || Output == ModelOutput.Prediction
            ? new ModelSeries(Model, Output, found)
            : throw new ArgumentException($"The model '{Model}' predicts a number and tells no probability: take model(\"{Model}\").prediction.", nameof(models));
    }

    private protected override string Write() => $"model(\"{Model}\").{Output.ToString().ToLowerInvariant()}";
}
