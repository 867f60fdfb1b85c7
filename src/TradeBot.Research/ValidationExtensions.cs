using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Validation of studies on candles that their search did not use.</summary>
public static class ValidationExtensions
{
    /// <summary>Divides the candles of one series, searches on the training candles of each fold, and evaluates the winner on the test candles.</summary>
    /// <inheritdoc cref="Validate{TFigures}(Study{TFigures}, IReadOnlyList{CandleSeries}, ISplit, Func{ParameterSet, IStrategy}, BacktestOptions?, FoldSearchOptions?, CancellationToken)"/>
    public static ValidationResult Validate<TFigures>(
        this Study<TFigures> study, CandleSeries candles, ISplit split, Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null, FoldSearchOptions? options = null, CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures =>
        study.Validate([candles], split, strategy, backtest, options, cancellationToken);

    /// <summary>Divides the candles, searches on the training candles of each fold, and evaluates the winner on the test candles.</summary>
    /// <typeparam name="TFigures">The figures that the objective reads: <see cref="HeadlineFigures"/>, which the sweep computes, or <see cref="PerformanceSummary"/>, which only the engine does.</typeparam>
    /// <param name="study">Search space and objective.</param>
    /// <param name="candles">The data, one series per feed with equal open times; their content hash is in the results and the ledger.</param>
    /// <param name="split">Such as <c>Split.WalkForward(folds: 6, embargo: 60)</c> or <c>Split.CombinatorialPurged(6, 2, embargo: 60)</c>; its rows are the candles.</param>
    /// <param name="strategy">Creates the strategy for a set of parameters.</param>
    /// <param name="backtest">Conditions of every trial; the defaults when null.</param>
    /// <param name="options">How to search in each fold; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the validation.</param>
    /// <returns>The folds, and the stitched histories of the chosen strategies, with a return per candle.</returns>
    /// <remarks>
    /// Each segment of adjacent candles is a separate backtest that starts without a position and without knowledge of earlier candles,
    /// warm-up included: no other candles are used. Where the training candles of a fold have several segments, its objective is their mean weighted by length, without those in
    /// which it is undefined, and a requirement must be met in each. An embargo of at least as many candles as a position is held separates test trades from training trades.
    /// </remarks>
    public static ValidationResult Validate<TFigures>(
        this Study<TFigures> study,
        IReadOnlyList<CandleSeries> candles,
        ISplit split,
        Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null,
        FoldSearchOptions? options = null,
        CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(candles);
        ArgumentNullException.ThrowIfNull(strategy);
        options ??= new FoldSearchOptions();
        return study
            .InParts((SegmentRun[] runs) => [.. runs.Select(r => ((TFigures)(HeadlineFigures)r.Performance, (double)r.Returns.Length))])
            .Returns(runs => runs.Length == 1 ? runs[0].Returns : runs.SelectMany(r => r.Returns).ToArray())
            .Validate(
                split,
                StudyData.RowsOf(candles),
                (p, rows) => [.. Stretches(rows).Select(s => SegmentRun.Of([.. candles.Select(c => c.Slice(s.First, s.Count))], strategy(p), backtest, cancellationToken))],
                options with { Study = options.Study with { DataHash = StudyData.HashOf(candles) } },
                cancellationToken);
    }

    /// <summary>The segments of adjacent rows.</summary>
    private static List<(int First, int Count)> Stretches(ReadOnlyMemory<int> rows)
    {
        List<(int First, int Count)> stretches = [];
        foreach (int row in rows.Span)
        {
            if (stretches.Count > 0 && stretches[^1] is var (first, count) && first + count == row)
                stretches[^1] = (first, count + 1);
            else
                stretches.Add((row, 1));
        }

        return stretches;
    }
}
