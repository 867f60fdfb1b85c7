namespace TradeBot.Learning;

/// <summary>One training of a strategy that trains its model again and again.</summary>
/// <param name="Time">At which close it took place, UTC.</param>
/// <param name="Rows">On how many rows.</param>
/// <param name="From">When the first of them was decided, UTC.</param>
/// <param name="Until">When the last of their labels was known, UTC.</param>
/// <param name="Seed">The seed that the training was given.</param>
public sealed record ModelTraining(DateTime Time, int Rows, DateTime From, DateTime Until, int Seed)
{
    /// <summary>Why there is no model of it, so that the one before stayed in force; null where there is.</summary>
    public string? Skipped { get; init; }

    /// <summary>
    /// How well its model predicted the rows that were decided while it was in force and whose labels were known at the next training; null where there are none, as for
    /// the last model of a run.
    /// </summary>
    public Scores? Scores { get; init; }

    /// <summary>Time, rows and outcome in one line.</summary>
    public override string ToString() => Skipped is string reason
        ? FormattableString.Invariant($"{Time:yyyy-MM-dd HH:mm}: skipped, {reason}")
        : FormattableString.Invariant($"{Time:yyyy-MM-dd HH:mm}: {Rows:N0} rows{(Scores is Scores scores ? FormattableString.Invariant($", then AUC {scores.Auc:0.000} on {scores.Rows:N0}") : "")}");
}
