namespace TradeBot.Learning;

/// <summary>One version of a registered model.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Number">From 1.</param>
/// <param name="Registered">When it was registered, UTC.</param>
/// <param name="Hash">SHA-256 of the model's file, in lower-case hexadecimal.</param>
/// <param name="Bytes">The size of the model's file.</param>
/// <param name="Uses">The uses that it serves now; empty when it was never promoted, or has been replaced.</param>
/// <param name="Card">The model card.</param>
[TypeFormatterSource]
public sealed record ModelVersion(
    string Model, int Number, DateTime Registered, string Hash, long Bytes, IReadOnlyList<ModelUse> Uses, ModelCard Card)
{
    /// <summary>Name, number, uses and card in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Model} {Number}{(Uses.Count == 0 ? "" : $" ({string.Join(", ", Uses).ToLowerInvariant()})")}: {Card}");
}

/// <summary>A model loaded from a registry, with its version and card.</summary>
/// <param name="Version">Which version it is.</param>
/// <param name="Model">The model; its predictions are bit-identical to those at registration.</param>
public sealed record RegisteredModel(ModelVersion Version, IModel Model)
{
    /// <summary>The model card.</summary>
    public ModelCard Card => Version.Card;

    /// <summary>The version in one line.</summary>
    public override string ToString() => Version.ToString();
}
