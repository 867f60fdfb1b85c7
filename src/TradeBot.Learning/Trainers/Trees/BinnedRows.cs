namespace TradeBot.Learning;

/// <summary>Training rows as bins: eight features of a row packed into 64 bits.</summary>
internal sealed class BinnedRows
{
    public const int BlockFeatures = 8;

    // Sampling this many rows moves a bin edge by a small fraction of a bin.
    private const int SampleRows = 1 << 16;

    private BinnedRows(FeatureBins[] features, ulong[][] blocks, int count) => (Features, Blocks, Count) = (features, blocks, count);

    public FeatureBins[] Features { get; }

    /// <summary>For each eight features, one number per row.</summary>
    public ulong[][] Blocks { get; }

    public int Count { get; }

    public static BinnedRows Of(TrainingInput input, int mostBins, IReadOnlyCollection<string> categorical, int seed, Workers workers)
    {
        int[] sample = Sample(input.Rows.Length, seed);
        var features = new FeatureBins[input.Data.Names.Count];
        workers.Run(features.Length, isWorthThreads: true, i => features[i] = BinsOf(input, i, sample, mostBins, categorical.Contains(input.Data.Names[i])));

        ulong[][] blocks = new ulong[(features.Length + BlockFeatures - 1) / BlockFeatures][];
        workers.Run(blocks.Length, isWorthThreads: true, i => blocks[i] = new ulong[input.Rows.Length]);
        workers.RunChunks(input.Rows.Length, (_, from, to) =>
        {
            for (int i = 0; i < features.Length; i++)
                Fill(blocks[i / BlockFeatures].AsSpan(from..to), features[i], input.Data.Column(i), input.Rows.AsSpan(from..to), i % BlockFeatures * 8);
        });
        return new BinnedRows(features, blocks, input.Rows.Length);
    }

    private static void Fill(Span<ulong> block, FeatureBins bins, ReadOnlySpan<double> column, ReadOnlySpan<int> rows, int shift)
    {
        for (int i = 0; i < rows.Length; i++)
            block[i] |= (ulong)bins.Of(column[rows[i]]) << shift;
    }

    private static FeatureBins BinsOf(TrainingInput input, int column, int[] sample, int mostBins, bool isCategorical)
    {
        ReadOnlySpan<double> all = input.Data.Column(column);
        bool hasMissing = false;
        foreach (int row in input.Rows)
            hasMissing |= double.IsNaN(all[row]);

        double[] values = new double[sample.Length];
        double[]? weights = input.Weights == null ? null : new double[sample.Length];
        for (int i = 0; i < sample.Length; i++)
        {
            values[i] = all[input.Rows[sample[i]]];
            if (weights != null)
                weights[i] = input.Weights![sample[i]];
        }

        return isCategorical ? FeatureBins.OfCategories(values, weights) : FeatureBins.OfNumbers(values, weights, mostBins, hasMissing);
    }

    /// <summary>One position from each of equal intervals (stratified), so that periodic patterns cannot alias.</summary>
    private static int[] Sample(int rows, int seed)
    {
        if (rows <= SampleRows)
            return [.. Enumerable.Range(0, rows)];

        var random = new Random(seed);
        return [.. Enumerable.Range(0, SampleRows).Select(i => (int)((i + random.NextDouble()) * rows / SampleRows))];
    }
}
