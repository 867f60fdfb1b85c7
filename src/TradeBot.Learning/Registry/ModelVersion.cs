namespace TradeBot.Learning;

/// <summary>One version of a registered model.</summary>
/// <param name="Model">The name under which versions follow each other.</param>
/// <param name="Number">From 1.</param>
/// <param name="Registered">When it was registered, UTC.</param>
/// <param name="Hash">SHA-256 of the model's file, in lower-case hexadecimal.</param>
/// <param name="Bytes">The size of the model's file.</param>
/// <param name="Uses">What it serves now; empty when it was never promoted, or was replaced.</param>
/// <param name="Card">What it was made of.</param>
[TypeFormatterSource]
public sealed record ModelVersion(
    string Model, int Number, DateTime Registered, string Hash, long Bytes, IReadOnlyList<ModelUse> Uses, ModelCard Card)
{
    /// <summary>Name, number, uses and card in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model} {Number}{(Uses.Count == 0 ? "" : $" ({string.Join(", ", Uses).ToLowerInvariant()})")}: {Card}");
}

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
