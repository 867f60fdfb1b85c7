using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>One trainer fitted several times to rows drawn with replacement; predicts the mean of the copies.</summary>
/// <remarks>
/// Rows with overlapping labels are nearly redundant: drawing whole blocks keeps the copies different (block bootstrap).
/// Sources: Breiman, "Bagging predictors", <i>Machine Learning</i> 24, 1996; Künsch, "The jackknife and the bootstrap for general stationary observations",
/// <i>Annals of Statistics</i> 17, 1989.
/// </remarks>
public sealed record Bagging : ITrainer
{
    /// <summary>The trainer to bag; not multiclass.</summary>
    public required ITrainer Member { get; init => field = Members.Require(value); }

    /// <summary>Number of copies, 1 to 1,000.</summary>
    public int Copies { get; init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of copies must be in [1, 1000]."); } = 10;

    /// <summary>Block length in rows of the bootstrap; at least 1.</summary>
    public int BlockLength { get; init => field = Require.AtLeast(value, 1); } = 1;

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"bagging({Copies} × {Member.Name}{(BlockLength > 1 ? $", stretches of {BlockLength}" : "")})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var models = new IModel[Copies];
        for (int copy = 0; copy < models.Length; copy++)
        {
            int copySeed = TrialSeed.Derive(seed, copy);
            models[copy] = Members.Train(Member, data, Draw(rows.Span, copySeed), copySeed, FormattableString.Invariant($"copy {copy}"), cancellationToken);
        }

        return new VotingModel(Name, models, [.. models.Select(_ => 1.0 / models.Length)]);
    }

    /// <summary>A bootstrap sample of the same size, ascending.</summary>
    private int[] Draw(ReadOnlySpan<int> rows, int seed)
    {
        int[] drawn = new int[rows.Length];
        int stretch = Math.Min(BlockLength, rows.Length), starts = rows.Length - stretch + 1;
        for (int i = 0; i < drawn.Length; i++)
        {
            int start = (int)(Draws.Uniform((ulong)(uint)seed, (ulong)(i / stretch)) * starts);
            drawn[i] = rows[start + i % stretch];
        }

        Array.Sort(drawn);
        return drawn;
    }
}
