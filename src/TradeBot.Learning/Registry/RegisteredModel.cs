namespace TradeBot.Learning;

/// <summary>A model read from a registry, with its papers.</summary>
/// <param name="Version">Which version it is.</param>
/// <param name="Model">Foretells what it foretold when it was registered, bit for bit.</param>
public sealed record RegisteredModel(ModelVersion Version, IModel Model)
{
    /// <summary>What it was made of.</summary>
    public ModelCard Card => Version.Card;

    /// <summary>The version in one line.</summary>
    public override string ToString() => Version.ToString();
}
