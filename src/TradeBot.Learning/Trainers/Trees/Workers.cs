namespace TradeBot.Learning;

/// <summary>Runs numbered chunks of work, sequentially or on several threads. Results never depend on which.</summary>
internal sealed class Workers(int? threads, CancellationToken cancellationToken)
{
    /// <summary>Rows per chunk: fixed, so that sums do not depend on the number of threads.</summary>
    public const int ChunkRows = 16_384;

    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = threads ?? -1, CancellationToken = cancellationToken };

    /// <summary>For nested work: the same, on the calling thread.</summary>
    public Workers Single() => new(1, cancellationToken);

    public static int Chunks(int rows) => (rows + ChunkRows - 1) / ChunkRows;

    /// <summary>Calls <paramref name="piece"/> with 0 to <paramref name="count"/> − 1.</summary>
    public void Run(int count, bool isWorthThreads, Action<int> piece)
    {
        if (count > 1 && isWorthThreads && threads != 1)
        {
            Parallel.For(0, count, _options, piece);
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        for (int i = 0; i < count; i++)
            piece(i);
    }

    /// <summary>Calls <paramref name="chunk"/> with the bounds of each chunk of rows.</summary>
    public void RunChunks(int rows, Action<int, int, int> chunk) =>
        Run(Chunks(rows), isWorthThreads: true, i => chunk(i, i * ChunkRows, Math.Min(rows, (i + 1) * ChunkRows)));
}
