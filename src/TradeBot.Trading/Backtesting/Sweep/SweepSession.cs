using System.Runtime.ExceptionServices;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A running sweep.</summary>
internal sealed class SweepSession(
    CandleSeries candles, IReadOnlyList<IStrategy> strategies, BacktestOptions backtest, SweepOptions options, LongWork work, CancellationToken cancellationToken)
{
    // Trials that share a pass over the candles: enough to pay for their columns, few enough for their returns to fit in memory.
    private const int LargestBatch = 1 << 14, SmallestBatch = 1 << 8, BatchReturns = 1 << 23;

    /// <summary>How many trials a thread takes at a time.</summary>
    private const int Chunk = 16;

    private readonly SweepTrial[] _trials = new SweepTrial[strategies.Count];
    private readonly Lock _gate = new();
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = options.MaxParallelism, CancellationToken = cancellationToken };
    private readonly SweepScale? _scale = SweepTerms.ScaleOf(candles, backtest);
    private long _done, _leftOut;

    public IReadOnlyList<SweepTrial> Run()
    {
        try
        {
            SweepMarket? market = _scale is { } scale ? new SweepMarket(candles, backtest, scale, _parallel) : null;
            int batch = market is null ? LargestBatch : Math.Clamp(BatchReturns / market.PeriodEnds.Length, SmallestBatch, LargestBatch);
            for (int begin = 0; begin < strategies.Count; begin += batch)
                RunBatch(begin, Math.Min(strategies.Count, begin + batch), market);
        }
        catch (AggregateException exception)
        {
            // Only a cancellation, or what a progress throws, ends a sweep; the first of them is the cause.
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return _trials;
    }

    private void RunBatch(int begin, int end, SweepMarket? market)
    {
        List<int> left = [];
        var planner = new SweepPlanner(candles);
        List<SweepRun> runs = [];
        for (int i = begin; i < end; i++)
        {
            ArgumentNullException.ThrowIfNull(strategies[i]);
            if (market is not null && planner.PlanOf(strategies[i]) is { } plan)
                runs.Add(new SweepRun(i, market, plan, options));
            else
                left.Add(i);
        }

        if (runs.Count > 0)
            PassOver(planner.Columns, runs);
        Parallel.ForEach(runs.Where(r => !r.IsAbandoned), _parallel, Finish);
        left.AddRange(runs.Where(r => r.IsAbandoned).Select(r => r.Number));
        Parallel.ForEach(left, _parallel, RunByEngine);
    }

    private void Finish(SweepRun run) => _trials[run.Number] = run.Finish(EngineOf(run.Number));

    private Func<CancellationToken, BacktestResult> EngineOf(int number) => token => Backtest.Run(candles, strategies[number], backtest, token);

    private void PassOver(SweepColumns columns, List<SweepRun> runs)
    {
        columns.Seal(options.MaxParallelism);
        int chunks = (runs.Count + Chunk - 1) / Chunk;
        while (columns.Next(_parallel))
        {
            Parallel.For(
                0, chunks, _parallel, () => new SweepScratch(columns),
                (part, _, scratch) =>
                {
                    for (int i = part * Chunk; i < Math.Min(runs.Count, (part + 1) * Chunk); i++)
                        runs[i].Pass(scratch);
                    return scratch;
                },
                _ => { });
            Report((long)columns.Count * runs.Count);
        }
    }

    private void RunByEngine(int number)
    {
        if (options.SkipEngine)
        {
            _trials[number] = SweepTrial.LeftOut(number, EngineOf(number));
            Interlocked.Add(ref _leftOut, candles.Count);
            Report(candles.Count);
            return;
        }

        try
        {
            _trials[number] = SweepTrial.Of(number, EngineOf(number), EngineOf(number)(cancellationToken), options);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            _trials[number] = SweepTrial.Failed(number, EngineOf(number), exception);
        }

        Report(candles.Count);
    }

    private void Report(long done)
    {
        lock (_gate)
        {
            long total = (long)candles.Count * strategies.Count;
            _done = Math.Min(total, _done + done);
            options.Progress?.Report(new SweepProgress(_done, total));
            work.Reach((double)(_done - Interlocked.Read(ref _leftOut)) / candles.Count, strategies.Count);
        }
    }
}
