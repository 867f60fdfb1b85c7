using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>One search: the folds, the study over them, the evaluation of its winner.</summary>
internal sealed class AutoMlRun
{
    private const string TrainerName = "trainer", FeaturesName = "features", AllFeatures = "all";
    private const int Leaders = 10;

    private readonly Dataset _data;
    private readonly string _split;
    private readonly int _seed;
    private readonly AutoMlOptions _options;
    private readonly ScoreKind _score;
    private readonly StudyDirection _direction;
    private readonly Dictionary<string, SearchCandidate> _candidates = [];
    private readonly Dictionary<string, Dataset> _sets = [];
    private readonly Fold? _holdout;
    private readonly IReadOnlyList<Fold> _folds;
    private readonly int[] _payingRows;
    private readonly ConcurrentDictionary<int, LeaderboardEntry> _judged = [];
    private readonly CancellationToken _cancellationToken;
    private readonly long _began;

    public AutoMlRun(Dataset data, ISplit split, int seed, AutoMlOptions options, CancellationToken cancellationToken)
    {
        (_data, _split, _seed, _options, _cancellationToken) = (data, split.Name, seed, options, cancellationToken);
        _score = options.Score ?? (data.IsBinary ? ScoreKind.Auc : ScoreKind.InformationCoefficient);
        _direction = _score is ScoreKind.LogLoss or ScoreKind.Brier ? StudyDirection.Minimize : StudyDirection.Maximize;
        foreach (SearchCandidate candidate in options.Candidates.Count == 0 ? SearchCandidate.For(data) : options.Candidates)
            _candidates[candidate.Name] = _candidates.ContainsKey(candidate.Name) ? throw new ArgumentException($"Two candidates are called '{candidate.Name}'.", nameof(options)) : candidate;
        foreach ((string name, IReadOnlyList<string> features) in options.FeatureSets)
            _sets[name] = data.Select(features);
        if (_sets.Count == 0)
            _sets[AllFeatures] = data;

        _holdout = options.Holdout == 0 ? null : Split.TrainTest(options.Holdout).Divide(data.Starts, data.Ends)[0];
        _folds = Divide(split);
        _payingRows = OneAfterTheOther();
        _began = options.Clock.GetTimestamp();
    }

    public AutoMlResult Execute()
    {
        StudyResult study = Definition().RunTrials(new TpeSampler(), _options.Trials, Evaluate, Running(), _cancellationToken);
        LeaderboardEntry[] board = Ranked(study.Trials.Where(t => t.State == TrialState.Complete).Select(EntryOf));
        if (board.Length == 0)
            throw new InvalidOperationException($"None of the {study.TrialCount} trials could be ranked{(study.Trials.FirstOrDefault(t => t.Error is not null) is { } failed ? $"; the first that failed, {failed}" : "")}.");

        ParameterSet best = study.Trials[board[0].Trial].Parameters;
        (ITrainer trainer, Dataset selected) = (TrainerOf(best), SetOf(best));
        return new AutoMlResult
        {
            Study = study,
            Score = _score,
            Leaderboard = board,
            Trainer = trainer,
            Features = selected.Names,
            Evaluation = Models.Evaluate(selected, _split, trainer, _seed, _folds, [.. _folds.Select(fold => Predict(selected, trainer, fold))]),
            Holdout = _holdout is Fold held ? Models.ScoresOf(selected, held.Test.Span, Models.Predict(selected, trainer, held, TrialSeed.Derive(_seed, held.Number), _cancellationToken)) : null,
        };
    }

    private Study<Evaluation> Definition()
    {
        Study study = Study.Named($"{_options.Name} {_data.ContentHash[..8]}", _seed).Choice(TrainerName, _candidates.Keys).Choice(FeaturesName, _sets.Keys);
        foreach (SearchCandidate candidate in _candidates.Values)
            study = study.When(p => p[TrainerName] == candidate.Name, candidate.Space);

        Study<Evaluation> ranked = _direction == StudyDirection.Maximize
            ? study.Maximize<Evaluation>(e => e.Scores.Get(_score))
            : study.Minimize<Evaluation>(e => e.Scores.Get(_score));
        return ranked.Returns(Earned);
    }

    private StudyOptions Running() => new()
    {
        MaxParallelism = _options.MaxParallelism,
        Ledger = _options.Ledger,
        DataHash = _data.Series?.ContentHash ?? _data.ContentHash, // other features and labels of the same candles are trials on the same data
        Pruner = _options.Pruner,
        Timeout = _options.Time,
        Time = _options.Clock,
        Storage = _options.Storage,
        Progress = _options.Progress is { } listener ? new Listener(this, listener) : null,
    };

    /// <summary>The folds of the searched rows, as positions in the whole data set.</summary>
    private IReadOnlyList<Fold> Divide(ISplit split)
    {
        if (_holdout is null)
            return PurgedFolds.Of(_data, split);

        ReadOnlyMemory<int> rows = _holdout.Train;
        return [.. PurgedFolds.Of(_data.Gather(rows.Span), split).Select(fold => fold with { Train = Places(fold.Train), Test = Places(fold.Test) })];

        ReadOnlyMemory<int> Places(ReadOnlyMemory<int> positions) => Array.ConvertAll(positions.ToArray(), position => rows.Span[position]);
    }

    private Evaluation Evaluate(TrialRun run)
    {
        (ITrainer trainer, Dataset selected) = (TrainerOf(run.Parameters), SetOf(run.Parameters));
        List<FoldPredictions> predicted = [];
        Evaluation evaluation;
        do
        {
            predicted.Add(Predict(selected, trainer, _folds[predicted.Count], run.CancellationToken));
            evaluation = Models.Evaluate(selected, _split, trainer, _seed, [.. _folds.Take(predicted.Count)], predicted.ToArray());
        }
        while (predicted.Count < _folds.Count && !(evaluation.Scores.Rows > 0 && run.ShouldPrune(predicted.Count, evaluation.Scores.Get(_score))));

        if (evaluation.Scores.Rows == 0)
            ExceptionDispatchInfo.Throw(predicted[0].Refusal!);
        if (!run.IsPruned)
            _judged[run.Number] = new LeaderboardEntry(0, run.Number, trainer.Name, NameOfSet(run.Parameters), evaluation.Scores.Get(_score), evaluation.Scores);
        return evaluation;
    }

    /// <summary>A fold with one class only has no score for any classifier, so the ranking stays fair; any other refusal fails the trial.</summary>
    private FoldPredictions Predict(Dataset selected, ITrainer trainer, Fold fold, CancellationToken cancellationToken)
    {
        FoldPredictions predictions = Models.TryPredict(selected, trainer, fold, TrialSeed.Derive(_seed, fold.Number), cancellationToken);
        if (predictions.Refusal is not null && !TrainsOnOneClass(fold))
            ExceptionDispatchInfo.Throw(predictions.Refusal);
        return predictions;
    }

    private bool TrainsOnOneClass(Fold fold) => _data.IsBinary && fold.Train.Length > 0 && !fold.Train.ToArray().Any(row => _data.Target[row] != _data.Target[fold.Train.Span[0]]);

    private FoldPredictions Predict(Dataset selected, ITrainer trainer, Fold fold) => Predict(selected, trainer, fold, _cancellationToken);

    /// <summary>Returns of following the predictions, before costs, over spans that do not overlap.</summary>
    private ReadOnlyMemory<double> Earned(Evaluation evaluation)
    {
        Dictionary<int, double> predicted = evaluation.Rows.ToArray().Zip(evaluation.Probabilities.ToArray()).GroupBy(p => p.First).ToDictionary(g => g.Key, g => g.Last().Second);
        double neutral = _data.IsBinary ? 0.5 : 0;
        return Array.ConvertAll(_payingRows, row => predicted.TryGetValue(row, out double value) ? Math.Sign(value - neutral) * _data.Returns[row] : 0);
    }

    /// <summary>Test rows, each decided after the label of the previous one is known.</summary>
    private int[] OneAfterTheOther()
    {
        List<int> rows = [];
        long until = long.MinValue;
        foreach (int row in _folds.SelectMany(fold => fold.Test.ToArray()).Distinct().Order())
        {
            if (_data.Starts[row] < until)
                continue;
            rows.Add(row);
            until = _data.Ends[row];
        }

        return [.. rows];
    }

    private string NameOfSet(ParameterSet parameters) => parameters[FeaturesName].Choice;

    private Dataset SetOf(ParameterSet parameters) => _sets[NameOfSet(parameters)];

    private ITrainer TrainerOf(ParameterSet parameters) => _candidates[parameters[TrainerName].Choice].Create(parameters);

    private LeaderboardEntry EntryOf(Trial trial) => _judged.TryGetValue(trial.Number, out LeaderboardEntry? entry)
        ? entry
        : new LeaderboardEntry(0, trial.Number, TrainerOf(trial.Parameters).Name, NameOfSet(trial.Parameters), trial.Value, null);

    private LeaderboardEntry[] Ranked(IEnumerable<LeaderboardEntry> entries) =>
        [.. entries
            .OrderBy(e => _direction == StudyDirection.Maximize ? -e.Value : e.Value)
            .ThenBy(e => e.Trial)
            .Select((e, i) => e with { Rank = i + 1 })];

    private sealed class Listener(AutoMlRun run, IProgress<AutoMlProgress> listener) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => listener.Report(new AutoMlProgress(
            value.Ended, value.Total, value.Failed, run._options.Clock.GetElapsedTime(run._began),
            [.. run.Ranked(run._judged.Values.Where(e => double.IsFinite(e.Value))).Take(Leaders)]));
    }
}
