namespace TradeBot.Learning;

/// <summary>The index of one model's versions; replacing this file in one step commits a change.</summary>
/// <param name="Format">Identifies the file format.</param>
/// <param name="Versions">By number, from 1, without a gap.</param>
/// <param name="Promotions">Oldest first; only ever added to.</param>
internal sealed record RegistryIndex(string Format, IReadOnlyList<RegistryEntry> Versions, IReadOnlyList<ModelPromotion> Promotions)
{
    public const string CurrentFormat = "TradeBot registry 1";

    public static RegistryIndex Empty { get; } = new(CurrentFormat, [], []);

    /// <summary>The versions that have served a use, the current one last: a promotion adds one, a rollback removes one.</summary>
    public List<int> ServedBy(ModelUse use)
    {
        List<int> served = [];
        foreach (ModelPromotion promotion in Promotions.Where(p => p.Use == use))
        {
            if (promotion.IsRollback)
                served.RemoveAt(served.Count - 1);
            else if (promotion.Version is int version)
                served.Add(version);
        }

        return served;
    }

    /// <summary>The uses that a version serves now.</summary>
    public ModelUse[] UsesOf(int version) => [.. Enum.GetValues<ModelUse>().Where(use => ServedBy(use) is [.., int last] && last == version)];

    /// <summary>Describes a contradiction in the index; null when there is none.</summary>
    public string? Contradiction()
    {
        if (Format != CurrentFormat)
            return $"the format '{Format}' is not '{CurrentFormat}'";
        if (Versions.Where((entry, i) => entry.Number != i + 1).Any())
            return "the versions are not numbered from 1 without gaps";
        if (Promotions.FirstOrDefault(p => p.Version is int version && (version < 1 || version > Versions.Count)) is { } promotion)
            return FormattableString.Invariant($"version {promotion.Version} was promoted but does not exist");

        foreach (IGrouping<ModelUse, ModelPromotion> ofUse in Promotions.GroupBy(p => p.Use))
        {
            int depth = 0;
            if (ofUse.Any(p => (depth += p.IsRollback ? -1 : 1) < 0))
                return $"{ofUse.Key} was rolled back more often than promoted";
        }

        return null;
    }
}

/// <summary>One version, as the index of a registry keeps it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Registered">When, UTC.</param>
/// <param name="ModelHash">SHA-256 of the model's file.</param>
/// <param name="ModelBytes">The size of the model's file.</param>
/// <param name="CardHash">SHA-256 of the card's file.</param>
internal sealed record RegistryEntry(int Number, DateTime Registered, string ModelHash, long ModelBytes, string CardHash);
