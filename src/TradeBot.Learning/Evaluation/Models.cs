using System.Runtime.ExceptionServices;
using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Trains and evaluates models out of sample.</summary>
public static class Models
{
    /// <summary>Evaluates trainers on the same folds, each on test rows that it was not trained on.</summary>
    /// <param name="data">Rows with targets of 0 or 1, or numbers where every trainer takes them.</param>
    /// <param name="split">Divides the rows, respecting the spans of their labels.</param>
    /// <param name="trainers">The trainers to compare.</param>
    /// <param name="seed">From which the seed of each fold is derived; the same for every trainer.</param>
    /// <param name="progress">Receives the finished fraction, in (0, 1], after each training.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>
    /// One evaluation per trainer, in their order; the same at any number of threads. A fold whose training rows a trainer cannot use has no score for that trainer, and
    /// <see cref="FoldEvaluation.Skipped"/> says why; the other folds and trainers keep theirs.
    /// </returns>
    /// <exception cref="ArgumentException">There is no trainer, no trainer can use any fold, or a training label overlaps a test label; the message names them.</exception>
    public static Task<ModelComparison> CompareAsync(
        Dataset data,
        ISplit split,
        IReadOnlyList<ITrainer> trainers,
        int seed,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(trainers);
        return Task.Run(() => Compare(data, split, trainers, seed, progress, cancellationToken), cancellationToken);
    }

    private static ModelComparison Compare(
        Dataset data, ISplit split, IReadOnlyList<ITrainer> trainers, int seed, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<Fold> folds = PurgedFolds.Of(data, split);
        var predictions = new FoldPredictions[trainers.Count * folds.Count];
        int done = 0;
        using LongWork work = LongWork.Begin(trainers.Count == 1 ? trainers[0].Name : FormattableString.Invariant($"Compare {trainers.Count} trainers"), "trainings", cancellationToken);
        try
        {
            Parallel.For(0, predictions.Length, new ParallelOptions { CancellationToken = work.Cancellation }, i =>
            {
                predictions[i] = TryPredict(data, trainers[i / folds.Count], folds[i % folds.Count], TrialSeed.Derive(seed, i % folds.Count), work.Cancellation);
                progress?.Report((double)Interlocked.Increment(ref done) / predictions.Length);
                work.Step(predictions.Length);
            });
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        if (predictions.Length > 0 && Array.TrueForAll(predictions, fold => fold.Refusal is not null))
            ExceptionDispatchInfo.Throw(predictions[0].Refusal!);
        return new ModelComparison(trainers.Select((trainer, i) => Evaluate(data, split.Name, trainer, seed, folds, predictions.AsSpan(i * folds.Count, folds.Count))));
    }

    /// <summary>Trains on a fold's training rows and predicts its test rows.</summary>
    internal static double[] Predict(Dataset data, ITrainer trainer, Fold fold, int seed, CancellationToken cancellationToken)
    {
        try
        {
            double[] probabilities = new double[fold.Test.Length];
            trainer.Train(data, fold.Train, seed, cancellationToken).Predict(data, fold.Test.Span, probabilities);
            return probabilities;
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"{trainer.Name}, {fold}: {exception.Message}", nameof(data), exception);
        }
    }

    /// <summary>As <see cref="Predict"/>, with the trainer's refusal instead of predictions when it cannot use the rows.</summary>
    internal static FoldPredictions TryPredict(Dataset data, ITrainer trainer, Fold fold, int seed, CancellationToken cancellationToken)
    {
        try
        {
            return new FoldPredictions(Predict(data, trainer, fold, seed, cancellationToken), Refusal: null);
        }
        catch (ArgumentException refusal)
        {
            return new FoldPredictions([], refusal);
        }
    }

    /// <summary>Evaluates the predictions of some folds.</summary>
    internal static Evaluation Evaluate(
        Dataset data, string split, ITrainer trainer, int seed, IReadOnlyList<Fold> folds, ReadOnlySpan<FoldPredictions> predictions)
    {
        List<FoldEvaluation> evaluated = [];
        List<int> rows = [];
        List<double> probabilities = [];
        foreach (Fold fold in folds)
        {
            (double[] predicted, ArgumentException? refusal) = predictions[evaluated.Count];
            if (refusal is not null)
            {
                evaluated.Add(new(fold.Number, fold.Train.Length, fold.Purged, fold.Embargoed, Scores.None) { Skipped = refusal.Message });
                continue;
            }

            evaluated.Add(new(fold.Number, fold.Train.Length, fold.Purged, fold.Embargoed, ScoresOf(data, fold.Test.Span, predicted)));
            rows.AddRange(fold.Test.Span);
            probabilities.AddRange(predicted);
        }

        return new Evaluation
        {
            Trainer = trainer.Name,
            Split = split,
            Seed = seed,
            DataHash = data.ContentHash,
            Folds = evaluated,
            Scores = rows.Count == 0 ? Scores.None : ScoresOf(data, [.. rows], [.. probabilities]),
            Rows = rows.ToArray(),
            Probabilities = probabilities.ToArray(),
        };
    }

    /// <summary>Scores predictions of some rows.</summary>
    internal static Scores ScoresOf(Dataset data, ReadOnlySpan<int> rows, ReadOnlySpan<double> probabilities)
    {
        double[] targets = new double[rows.Length], returns = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            (targets[i], returns[i]) = (data.Target[rows[i]], data.Returns[rows[i]]);
        return Scores.Of(probabilities, targets, returns);
    }
}
