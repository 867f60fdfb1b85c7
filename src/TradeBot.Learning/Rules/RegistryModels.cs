using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>The models of a registry, and files of models, for rules in specs: each must have the content that the spec names.</summary>
/// <param name="registry">Where registered models are; files are found by their paths.</param>
public sealed class RegistryModels(ModelRegistry registry) : IModelLibrary
{
    /// <inheritdoc/>
    public IModelSource Load(IReadOnlyList<ModelIdentity> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return models.Aggregate(RuleModels.None, With);
    }

    private RuleModels With(RuleModels given, ModelIdentity model)
    {
        RuleModels with = model.Version is int version ? given.With(model.Name, registry.Load(model.Model, version)) : given.WithFile(model.Name, model.Model);
        string found = with.Find(model.Name)!.Identity!.ContentHash;
        return found == model.ContentHash
            ? with
            : throw new InvalidDataException($"The model '{model.Name}', {model.Model}{(model.Version is int number ? FormattableString.Invariant($" version {number}") : "")}, has SHA-256 {found}; the spec names {model.ContentHash}.");
    }
}
