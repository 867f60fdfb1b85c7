using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The training rows of one model.</summary>
/// <param name="Rows">How many.</param>
/// <param name="From">Decision time of the first of them, UTC.</param>
/// <param name="Until">When the last of their labels was known, UTC: the model used nothing after it.</param>
/// <param name="Seed">The seed of the training.</param>
/// <param name="Features">Distribution of each feature over them.</param>
public sealed record TrainingSpan(int Rows, DateTime From, DateTime Until, int Seed, IReadOnlyList<FeatureSummary> Features)
{
    internal static TrainingSpan Of(Dataset data, ReadOnlySpan<int> rows, int seed)
    {
        if (rows.IsEmpty)
            throw new ArgumentException("A model needs at least one training row.", nameof(rows));

        long from = long.MaxValue, until = long.MinValue;
        foreach (int row in rows)
            (from, until) = (Math.Min(from, data.Starts[row]), Math.Max(until, data.Ends[row]));
        Dataset training = data.Gather(rows);
        FeatureSummary[] features = [.. data.Names.Select((name, column) => FeatureSummary.Of(name, training.Column(column)))];
        return new TrainingSpan(rows.Length, UnixTime.ToDateTime(from), UnixTime.ToDateTime(until), seed, features);
    }
}
