using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Several trainers on the same rows; predicts the weighted mean of their predictions.</summary>
public sealed record Voting : ITrainer
{
    /// <summary>The members, 1 to 64; all predict probabilities, or all predict numbers.</summary>
    /// <exception cref="ArgumentException">Too few or too many, or one is multiclass.</exception>
    public required IReadOnlyList<ITrainer> Members { get; init => field = Learning.Members.Require(value); }

    /// <summary>Weight of each member, not negative, not all 0; empty for equal weights.</summary>
    public IReadOnlyList<double> Weights { get; init => field = [.. value.Select(Require.NotNegative)]; } = [];

    /// <inheritdoc/>
    public string Name => $"voting({string.Join(" + ", Members.Select((member, i) => Weights.Count == 0 ? member.Name : FormattableString.Invariant($"{Weights[i]:R} {member.Name}")))})";

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        double total = Weights.Sum();
        if (Weights.Count > 0 && (Weights.Count != Members.Count || total == 0))
            throw new ArgumentException($"Expected {Members.Count} weights that are not all 0, got {string.Join(", ", Weights)}.", nameof(data));

        return new VotingModel(
            Name,
            [.. Members.Select((member, i) => Learning.Members.Train(member, data, rows, TrialSeed.Derive(seed, i), "voting", cancellationToken))],
            [.. Members.Select((_, i) => Weights.Count == 0 ? 1.0 / Members.Count : Weights[i] / total)]);
    }
}
