using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>Everything a search tried, and the best of it.</summary>
[TypeFormatterSource]
public sealed record AutoMlResult
{
    /// <summary>The trials; its verdict says how likely the best is luck, by what following each trial would have earned before costs.</summary>
    public required StudyResult Study { get; init; }

    /// <summary>By what trials are ranked.</summary>
    public required ScoreKind Score { get; init; }

    /// <summary>The complete trials, the best first.</summary>
    public required IReadOnlyList<LeaderboardEntry> Leaderboard { get; init; }

    /// <summary>The best way of learning.</summary>
    public required ITrainer Trainer { get; init; }

    /// <summary>The features that it learned from.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>How it did on the test rows of the search. It was chosen by them: expect less of new rows.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>How it did on the last rows, which no trial saw; null when none were held out.</summary>
    public Scores? Holdout { get; init; }

    /// <summary>How many trials were made on these rows, here and, where a ledger says so, before.</summary>
    public int Trials => Study.TrialCount + Study.EarlierTrials;

    /// <summary>Trains the best way of learning on every row.</summary>
    /// <param name="data">The data that were searched.</param>
    /// <param name="cancellationToken">Ends the training.</param>
    public IModel Train(Dataset data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Trainer.Train(data.Select(Features), Enumerable.Range(0, data.RowCount).ToArray(), Study.Seed, cancellationToken);
    }

    /// <summary>The card of the model that <see cref="Train"/> gives, every trial counted.</summary>
    /// <param name="data">The data that were searched.</param>
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

/// <summary>One way of learning in the order of a search.</summary>
/// <param name="Rank">From 1, the best.</param>
/// <param name="Trial">The number of the trial.</param>
/// <param name="Trainer">The method with its parameters.</param>
/// <param name="Features">The name of the set of features.</param>
/// <param name="Value">The score by which trials are ranked.</param>
/// <param name="Scores">All scores on the test rows; null for a trial of an earlier run.</param>
public sealed record LeaderboardEntry(int Rank, int Trial, string Trainer, string Features, double Value, Scores? Scores);
