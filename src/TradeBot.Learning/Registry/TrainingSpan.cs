using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The rows that one model learned from.</summary>
/// <param name="Rows">How many.</param>
/// <param name="From">When the first of them was decided, UTC.</param>
/// <param name="Until">When the last of their labels was known, UTC: nothing after it had a part in the model.</param>
/// <param name="Seed">The seed that the training was given.</param>
/// <param name="Features">How each feature was distributed over them.</param>
public sealed record TrainingSpan(int Rows, DateTime From, DateTime Until, int Seed, IReadOnlyList<FeatureSummary> Features)
{
    internal static TrainingSpan Of(Dataset data, ReadOnlySpan<int> rows, int seed)
    {
        if (rows.IsEmpty)
            throw new ArgumentException("A model learns from at least one row.", nameof(rows));

        long from = long.MaxValue, until = long.MinValue;
        foreach (int row in rows)
            (from, until) = (Math.Min(from, data.Starts[row]), Math.Max(until, data.Ends[row]));
        Dataset learned = data.Gather(rows);
        FeatureSummary[] features = [.. data.Names.Select((name, column) => FeatureSummary.Of(name, learned.Column(column)))];
        return new TrainingSpan(rows.Length, UnixTime.ToDateTime(from), UnixTime.ToDateTime(until), seed, features);
    }
}
