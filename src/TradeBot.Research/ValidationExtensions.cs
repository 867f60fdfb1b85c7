using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Studies that are judged on candles that their search did not see.</summary>
public static class ValidationExtensions
{
    /// <summary>Divides the candles of one series, searches on those to learn from in each fold, and judges the winner on the others.</summary>
    /// <inheritdoc cref="Validate{TFigures}(Study{TFigures}, IReadOnlyList{CandleSeries}, ISplit, Func{ParameterSet, IStrategy}, BacktestOptions?, FoldSearchOptions?, CancellationToken)"/>
    public static ValidationResult Validate<TFigures>(
        this Study<TFigures> study, CandleSeries candles, ISplit split, Func<ParameterSet, IStrategy> strategy,
        BacktestOptions? backtest = null, FoldSearchOptions? options = null, CancellationToken cancellationToken = default)
        where TFigures : HeadlineFigures =>
        study.Validate([candles], split, strategy, backtest, options, cancellationToken);

    /// <summary>Divides the candles, searches on those to learn from in each fold, and judges the winner on the others.</summary>
    /// <typeparam name="TFigures">What the objective reads: <see cref="HeadlineFigures"/>, which the sweep computes, or <see cref="PerformanceSummary"/>, which only the engine does.</typeparam>
    /// <param name="study">What to search and what to maximise.</param>
    /// <param name="candles">The data, one series per feed with equal open times; their content hash is in the results and the ledger.</param>
    /// <param name="split">Such as <c>Split.WalkForward(folds: 6, embargo: 60)</c> or <c>Split.CombinatorialPurged(6, 2, embargo: 60)</c>; its rows are the candles.</param>
    /// <param name="strategy">The strategy that a set of parameters means.</param>
    /// <param name="backtest">Conditions of every trial; the defaults when null.</param>
    /// <param name="options">How to search in each fold; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the validation.</param>
    /// <returns>The folds, and the histories stitched of what was chosen, with a return per candle.</returns>
    /// <remarks>
    /// Each stretch of neighbouring candles is a backtest of its own that begins without a position and without knowing what came before,
    /// warm-up included: nothing of the other candles enters. Where a fold learns from several stretches, its objective is their mean by length, without those in
    /// which it is undefined, and a requirement holds in each. An embargo of at least as many candles as a position is held keeps judged trades apart from learned ones.
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
            .InParts((StretchRun[] runs) => [.. runs.Select(r => ((TFigures)(HeadlineFigures)r.Performance, (double)r.Returns.Length))])
            .Returns(runs => runs.Length == 1 ? runs[0].Returns : runs.SelectMany(r => r.Returns).ToArray())
            .Validate(
                split,
                StudyData.RowsOf(candles),
                (p, rows) => [.. Stretches(rows).Select(s => StretchRun.Of([.. candles.Select(c => c.Slice(s.First, s.Count))], strategy(p), backtest, cancellationToken))],
                options with { Study = options.Study with { DataHash = StudyData.HashOf(candles) } },
                cancellationToken);
    }

    /// <summary>The runs of neighbouring rows.</summary>
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
