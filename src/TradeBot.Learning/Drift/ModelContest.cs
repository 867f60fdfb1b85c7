using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Champion against challenger on rows that neither was trained on.</summary>
/// <param name="Champion">The model in service.</param>
/// <param name="Challenger">The candidate to replace it.</param>
/// <param name="Rows">Number of test rows, each decided after the label of the previous one was known.</param>
/// <param name="From">Decision time of the first, UTC.</param>
/// <param name="ChampionScores">The champion's.</param>
/// <param name="ChallengerScores">The challenger's.</param>
/// <param name="Outcome">What the sequential test says.</param>
/// <param name="DecidedAfter">Number of rows after which it was decided; null while undecided.</param>
/// <param name="Evidence">The larger of the two e-values: its reciprocal bounds the probability of such evidence when there is no difference.</param>
[TypeFormatterSource]
public sealed record ModelContest(
    string Champion, string Challenger, int Rows, DateTime From, Scores ChampionScores, Scores ChallengerScores, Contest Outcome, int? DecidedAfter, double Evidence)
{
    /// <summary>Compares two models on the rows decided after both were trained.</summary>
    /// <param name="champion">With its card; its features must be in the data set.</param>
    /// <param name="challenger">Likewise.</param>
    /// <param name="data">Rows with targets of 0 and 1.</param>
    /// <param name="level">Error probability per side: the chance of reporting a difference where there is none.</param>
    /// <exception cref="ArgumentException">Features are missing, labels differ, or no row is decided after both trainings.</exception>
    public static ModelContest Of(RegisteredModel champion, RegisteredModel challenger, Dataset data, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(champion);
        ArgumentNullException.ThrowIfNull(challenger);
        ArgumentNullException.ThrowIfNull(data);
        if (!data.IsBinary || champion.Card.Label != challenger.Card.Label || champion.Card.Label != data.LabelName)
            throw new ArgumentException($"Both models must be classifiers for the label of the data set: the champion predicts {champion.Card.Label}, the challenger {challenger.Card.Label}, the data set has {data.LabelName}.", nameof(data));

        int[] rows = Unseen(data, Later(champion.Card, challenger.Card));
        double[] first = Predict(champion, data, rows), second = Predict(challenger, data, rows);
        var test = new SequentialTest(level);
        for (int i = 0; i < rows.Length; i++)
            test.Update(Square(first[i] - data.Target[rows[i]]), Square(second[i] - data.Target[rows[i]]));
        return new ModelContest(
            NameOf(champion), NameOf(challenger), rows.Length, UnixTime.ToDateTime(data.Starts[rows[0]]),
            Models.ScoresOf(data, rows, first), Models.ScoresOf(data, rows, second),
            test.State, test.DecidedAfter, Math.Max(test.ChallengerEvidence, test.ChampionEvidence));
    }

    /// <summary>The outcome in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Outcome switch { Contest.ChallengerBetter => $"{Challenger} errs less than {Champion}", Contest.ChampionBetter => $"{Champion} errs less than {Challenger}", _ => $"no difference shown between {Champion} and {Challenger}" }} over {Rows:N0} rows{(DecidedAfter is int rows ? FormattableString.Invariant($", decided after {rows:N0}") : "")}, evidence {Evidence:0.0}");

    private static DateTime Later(ModelCard champion, ModelCard challenger) => (champion.Training, challenger.Training) is ({ } first, { } second)
        ? first.Until > second.Until ? first.Until : second.Until
        : throw new ArgumentException("A card does not list its model's training rows, so no row is known to be out of sample.", nameof(champion));

    private static int[] Unseen(Dataset data, DateTime after)
    {
        long until = UnixTime.FromDateTime(after);
        List<int> rows = [];
        for (int row = 0; row < data.RowCount; row++)
        {
            if (data.Starts[row] < until)
                continue;
            rows.Add(row);
            until = data.Ends[row];
        }

        return rows.Count > 0
            ? [.. rows]
            : throw new ArgumentException(FormattableString.Invariant($"No row is decided after both models were trained, {after:yyyy-MM-dd HH:mm} UTC; the last row is decided {UnixTime.ToDateTime(data.Starts[^1]):yyyy-MM-dd HH:mm}."), nameof(data));
    }

    private static double[] Predict(RegisteredModel model, Dataset data, int[] rows)
    {
        double[] predictions = new double[rows.Length];
        ModelFeatures.RequireAmong(model.Model.Features, data.Names);
        model.Model.Predict(data.Select(model.Model.Features), rows, predictions);
        return predictions;
    }

    private static double Square(double value) => value * value;

    private static string NameOf(RegisteredModel model) => FormattableString.Invariant($"{model.Version.Model} {model.Version.Number}");
}
