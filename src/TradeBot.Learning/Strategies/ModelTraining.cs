namespace TradeBot.Learning;

/// <summary>One training of a strategy that retrains its model.</summary>
/// <param name="Time">The close at which it took place, UTC.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="From">Decision time of the first of them, UTC.</param>
/// <param name="Until">When the last of their labels was known, UTC.</param>
/// <param name="Seed">The seed of the training.</param>
public sealed record ModelTraining(DateTime Time, int Rows, DateTime From, DateTime Until, int Seed)
{
    /// <summary>Why training was skipped and the previous model stayed in use; null when it was not skipped.</summary>
    public string? Skipped { get; init; }

    /// <summary>
    /// Scores of its model on the rows decided while it was in use and whose labels were known at the next training; null when there are none, as for
    /// the last model of a run.
    /// </summary>
    public Scores? Scores { get; init; }

    /// <summary>Time, rows and outcome in one line.</summary>
    public override string ToString() => Skipped is string reason
        ? FormattableString.Invariant($"{Time:yyyy-MM-dd HH:mm}: skipped, {reason}")
        : FormattableString.Invariant($"{Time:yyyy-MM-dd HH:mm}: {Rows:N0} rows{(Scores is Scores scores ? FormattableString.Invariant($", then AUC {scores.Auc:0.000} on {scores.Rows:N0}") : "")}");
}
