namespace TradeBot.Optimization;

/// <summary>Identifies a study: together with the trials so far, it determines the next trial.</summary>
public sealed record StudyIdentity
{
    /// <summary>The study's name.</summary>
    public required string Name { get; init; }

    /// <summary>The study's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>The name of the sampler.</summary>
    public required string Sampler { get; init; }

    /// <summary>The name of the pruner; null without one.</summary>
    public string? Pruner { get; init; }

    /// <summary>The search space, as text.</summary>
    public required string Space { get; init; }

    /// <summary>Which values of each objective are better.</summary>
    public required IReadOnlyList<StudyDirection> Directions { get; init; }

    /// <summary>Content hash of the data; null when the study did not state it.</summary>
    public string? DataHash { get; init; }

    /// <summary>Describes how another study differs; null when it is the same.</summary>
    public string? DifferenceFrom(StudyIdentity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (string Name, string? Mine, string? Other)[] facts =
        [
            ("name", Name, other.Name), ("seed", $"{Seed}", $"{other.Seed}"), ("sampler", Sampler, other.Sampler), ("pruner", Pruner, other.Pruner),
            ("space", Space, other.Space), ("directions", string.Join(", ", Directions), string.Join(", ", other.Directions)), ("data", DataHash, other.DataHash),
        ];
        (string Name, string? Mine, string? Other) different = Array.Find(facts, f => f.Mine != f.Other);
        return different.Name is null ? null : $"the {different.Name} is '{different.Mine}', not '{different.Other}'";
    }
}
