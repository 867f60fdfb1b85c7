namespace TradeBot.Strategies;

/// <summary>Which trained model a rule reads, as data.</summary>
/// <param name="Name">By which the rule reads it.</param>
/// <param name="Model">Its name in a registry, or the path of its file.</param>
/// <param name="Version">Its version in the registry; null for a file.</param>
/// <param name="ContentHash">SHA-256 of the model's file, in lower-case hexadecimal: a model of other content is refused.</param>
public sealed record ModelIdentity(string Name, string Model, int? Version, string ContentHash);

/// <summary>Finds trained models by what a spec says of them.</summary>
public interface IModelLibrary
{
    /// <summary>Loads the models that a rule reads.</summary>
    /// <param name="models">Each of another name.</param>
    /// <exception cref="ArgumentException">There is no such model.</exception>
    /// <exception cref="InvalidDataException">It has other content.</exception>
    IModelSource Load(IReadOnlyList<ModelIdentity> models);
}
