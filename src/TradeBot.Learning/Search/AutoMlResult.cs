using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>Result of a search: all trials and the best trainer.</summary>
[TypeFormatterSource]
public sealed record AutoMlResult
{
    /// <summary>The trials; its verdict says how likely the best one is luck, from the return of following each trial's predictions before costs.</summary>
    public required StudyResult Study { get; init; }

    /// <summary>By what trials are ranked.</summary>
    public required ScoreKind Score { get; init; }

    /// <summary>The completed trials, best first.</summary>
    public required IReadOnlyList<LeaderboardEntry> Leaderboard { get; init; }

    /// <summary>The best trainer.</summary>
    public required ITrainer Trainer { get; init; }

    /// <summary>The features that it was trained on.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Its scores on the test rows of the search. It was selected on them, so expect less on new rows.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>Its scores on the holdout rows, which no trial used; null when none were held out.</summary>
    public Scores? Holdout { get; init; }

    /// <summary>Number of trials on these rows, including earlier ones recorded in the ledger.</summary>
    public int Trials => Study.TrialCount + Study.EarlierTrials;

    /// <summary>Trains the best trainer on every row.</summary>
    /// <param name="data">The data set of the search.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    public IModel Train(Dataset data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Trainer.Train(data.Select(Features), Enumerable.Range(0, data.RowCount).ToArray(), Study.Seed, cancellationToken);
    }

    /// <summary>The card of the model that <see cref="Train"/> returns, counting every trial.</summary>
    /// <param name="data">The data set of the search.</param>
    public ModelCard Card(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Dataset selected = data.Select(Features);
        return ModelCard.Of(selected, Evaluation).TrainedOn(selected, Enumerable.Range(0, data.RowCount).ToArray(), Study.Seed) with { Trials = Trials, Holdout = Holdout };
    }

    /// <summary>Trials and winner in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Trials:N0} trials, best {Score} {Evaluation.Scores.Get(Score):0.0000}{(Holdout is Scores held ? FormattableString.Invariant($", held out {held.Get(Score):0.0000}") : "")}: {Trainer.Name}");
}

/// <summary>One entry of a search's leaderboard.</summary>
/// <param name="Rank">From 1, the best.</param>
/// <param name="Trial">The number of the trial.</param>
/// <param name="Trainer">The trainer with its parameters.</param>
/// <param name="Features">The name of the feature set.</param>
/// <param name="Value">The score by which trials are ranked.</param>
/// <param name="Scores">All scores on the test rows; null for a trial from an earlier run.</param>
public sealed record LeaderboardEntry(int Rank, int Trial, string Trainer, string Features, double Value, Scores? Scores);
