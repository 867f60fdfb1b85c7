using System.Runtime.ExceptionServices;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Evaluates the trials of a study: together in a sweep on one series where possible, otherwise each by the engine.</summary>
/// <typeparam name="TFigures">The figures that the study reads.</typeparam>
internal sealed class SweptTrials<TFigures>(IReadOnlyList<CandleSeries> candles, Func<ParameterSet, IStrategy> strategy, BacktestOptions? backtest, int parallelism)
    where TFigures : HeadlineFigures
{
    /// <summary>Amount of work between two records of the study, as candles times trials: a few seconds of a sweep.</summary>
    private const long BlockWork = 2_000_000_000;

    private int _swept, _byEngine;

    /// <summary>Number of trials per sweep.</summary>
    public int Block => (int)Math.Clamp(BlockWork / Math.Max(1, candles.Sum(c => (long)c.Count)), 256, 1 << 14);

    /// <summary>How the trials were evaluated, as text; null when no trial ran.</summary>
    public string? Path => (_swept, _byEngine) switch
    {
        (0, 0) => null,
        (_, 0) => "the sweep",
        (0, _) => "the engine",
        _ => FormattableString.Invariant($"the sweep; {_byEngine:N0} of {_swept + _byEngine:N0} trials by the engine"),
    };

    /// <summary>Sweeps the trials that can be swept, and returns the figures of each; the engine runs the others on demand.</summary>
    public Func<int, TrialRun, TFigures> Prepare(IReadOnlyList<ParameterSet> sets, CancellationToken cancellationToken)
    {
        var strategies = new IStrategy?[sets.Count];
        var faults = new ExceptionDispatchInfo?[sets.Count];
        for (int i = 0; i < sets.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                strategies[i] = strategy(sets[i]);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // It is thrown again where the study evaluates this trial, and recorded there.
                faults[i] = ExceptionDispatchInfo.Capture(exception);
            }
        }

        int[] made = [.. Enumerable.Range(0, sets.Count).Where(i => strategies[i] is not null)];
        IReadOnlyList<SweepTrial> trials = candles.Count > 1 || !typeof(TFigures).IsAssignableFrom(typeof(SweepTrial)) ? [] : Sweep.Run(
            candles[0], [.. made.Select(i => strategies[i]!)], backtest,
            new SweepOptions { MaxParallelism = parallelism, KeepReturns = true, SkipEngine = true }, cancellationToken);
        var swept = new SweepTrial?[sets.Count];
        for (int k = 0; k < trials.Count; k++)
            swept[made[k]] = trials[k];
        return Figures;

        TFigures Figures(int place, TrialRun run)
        {
            faults[place]?.Throw();
            bool isSwept = swept[place] is { IsSkipped: false };
            Interlocked.Increment(ref isSwept ? ref _swept : ref _byEngine);
            if (swept[place]?.Error is Exception error)
                ExceptionDispatchInfo.Throw(error);
            HeadlineFigures figures = isSwept ? swept[place]! : Backtest.Run(candles, strategies[place]!, backtest, run.CancellationToken).Performance;
            return (TFigures)figures;
        }
    }
}
