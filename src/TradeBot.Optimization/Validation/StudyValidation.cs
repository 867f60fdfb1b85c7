using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>Searches again in every fold, and evaluates the winner on rows that the search did not use.</summary>
public static class StudyValidation
{
    /// <summary>Divides the rows, searches on the training rows of each fold, and evaluates the winner on the test rows.</summary>
    /// <typeparam name="TResult">The result of an evaluation.</typeparam>
    /// <param name="study">Search space and objective.</param>
    /// <param name="split">Such as <c>Split.WalkForward(folds: 6, embargo: 60)</c>: anchored at the first row, or rolling with a window.</param>
    /// <param name="rows">Number of rows, whose labels are known at once. For labels that take time use the other overload.</param>
    /// <param name="evaluate">Evaluates parameters on the given rows. Returns, if the study keeps them, are one per row used.</param>
    /// <param name="options">How to search.</param>
    /// <param name="cancellationToken">Ends the validation between trials.</param>
    public static ValidationResult Validate<TResult>(
        this Study<TResult> study,
        ISplit split,
        int rows,
        Func<ParameterSet, ReadOnlyMemory<int>, TResult> evaluate,
        FoldSearchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        long[] times = [.. Enumerable.Range(0, rows).Select(row => (long)row)];
        return study.Validate(split, times, times, evaluate, options, cancellationToken);
    }

    /// <summary>Divides the rows by the spans of their labels, searches on the training rows of each fold, and evaluates the winner on the test rows.</summary>
    /// <typeparam name="TResult">The result of an evaluation.</typeparam>
    /// <param name="study">Search space and objective.</param>
    /// <param name="split">Such as <c>Split.PurgedKFold(folds: 5, embargo: 60)</c>.</param>
    /// <param name="starts">The decision time of each row, not decreasing.</param>
    /// <param name="ends">When its label is known.</param>
    /// <param name="evaluate">Evaluates parameters on the given rows. Returns, if the study keeps them, are one per row used.</param>
    /// <param name="options">How to search.</param>
    /// <param name="cancellationToken">Ends the validation between trials.</param>
    /// <exception cref="ArgumentException">The study has several objectives.</exception>
    public static ValidationResult Validate<TResult>(
        this Study<TResult> study,
        ISplit split,
        ReadOnlyMemory<long> starts,
        ReadOnlyMemory<long> ends,
        Func<ParameterSet, ReadOnlyMemory<int>, TResult> evaluate,
        FoldSearchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(evaluate);
        options ??= new FoldSearchOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Trials, 1);
        string name = study.Definition.Name;
        if (study.Directions.Count > 1)
            throw new ArgumentException($"A validation chooses one winner per fold, and '{name}' has {study.Directions.Count} objectives: blend them.", nameof(options));

        IReadOnlyList<Fold> folds = split.Divide(starts.Span, ends.Span);
        using LongWork work = LongWork.Begin($"{name}, {folds.Count} folds", "trials", cancellationToken, options.Study.Time);
        FoldOutcome[] outcomes =
        [
            .. folds.Select((fold, i) =>
            {
                work.Reach((double)i * options.Trials, (double)folds.Count * options.Trials);
                work.Expect(options.Trials);
                return Judge(study, fold, SearchRows(fold, options.Inner, starts, ends), evaluate, options, work.Cancellation);
            }),
        ];
        work.Reach((double)folds.Count * options.Trials, (double)folds.Count * options.Trials);
        return new ValidationResult
        {
            Name = name,
            Split = options.Inner is null ? split.Name : $"{split.Name}; chosen by {options.Inner.Name}",
            Folds = outcomes,
            Paths = study.KeepsReturns ? Stitching.Paths(outcomes, starts.Length) : [],
        };
    }

    /// <summary>The sets of rows by which parameters are chosen; test rows of the fold are in none of them.</summary>
    private static ReadOnlyMemory<int>[] SearchRows(Fold fold, ISplit? inner, ReadOnlyMemory<long> starts, ReadOnlyMemory<long> ends)
    {
        if (inner is null)
            return [fold.Train];

        int[] train = fold.Train.ToArray();
        long[] from = [.. train.Select(row => starts.Span[row])], to = [.. train.Select(row => ends.Span[row])];
        return [.. inner.Divide(from, to).Select(f => (ReadOnlyMemory<int>)f.Test.ToArray().Select(i => train[i]).ToArray())];
    }

    private static FoldOutcome Judge<TResult>(
        Study<TResult> study,
        Fold fold,
        ReadOnlyMemory<int>[] sets,
        Func<ParameterSet, ReadOnlyMemory<int>, TResult> evaluate,
        FoldSearchOptions options,
        CancellationToken cancellationToken)
    {
        Study definition = study.Definition.As($"{study.Definition.Name}, fold {fold.Number}", TrialSeed.Derive(study.Definition.Seed, fold.Number));
        Study<Outcome[]> search = study.Direction == StudyDirection.Maximize ? definition.Maximize<Outcome[]>(Mean) : definition.Minimize<Outcome[]>(Mean);
        StudyResult result = search.Require(all => Array.TrueForAll(all, o => o.IsFeasible)).Run(
            options.Sampler, options.Trials, p => Array.ConvertAll(sets, rows => study.Measure(evaluate(p, rows))), options.Study, cancellationToken);
        if (result.Best is not Trial best)
            return new FoldOutcome(fold, result, null, double.NaN, double.NaN, default);

        Outcome judged = study.Measure(evaluate(best.Parameters, fold.Test));
        if (study.KeepsReturns && judged.Returns.Length != fold.Test.Length)
            throw new InvalidOperationException($"Fold {fold.Number} has {fold.Test.Length} test rows, and the evaluation gave {judged.Returns.Length} returns: give one per row.");
        return new FoldOutcome(fold, result, best.Parameters, best.Value, judged.Values[0], judged.Returns);

        static double Mean(Outcome[] outcomes) => outcomes.Average(o => o.Values[0]);
    }
}
