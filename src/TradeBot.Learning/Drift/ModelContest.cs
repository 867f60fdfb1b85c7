using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>A champion and a challenger on rows that neither has learned from.</summary>
/// <param name="Champion">The model that serves.</param>
/// <param name="Challenger">The model that would.</param>
/// <param name="Rows">How many rows were judged, each decided when the label of the one before was known.</param>
/// <param name="From">When the first was decided, UTC.</param>
/// <param name="ChampionScores">The champion's.</param>
/// <param name="ChallengerScores">The challenger's.</param>
/// <param name="Outcome">What the sequential test says.</param>
/// <param name="DecidedAfter">After how many rows; null while it is open.</param>
/// <param name="Evidence">The larger of the two evidences: one over it bounds the chance of so much without a difference.</param>
[TypeFormatterSource]
public sealed record ModelContest(
    string Champion, string Challenger, int Rows, DateTime From, Scores ChampionScores, Scores ChallengerScores, Contest Outcome, int? DecidedAfter, double Evidence)
{
    /// <summary>Lets two models foretell the rows that are decided after both had learned.</summary>
    /// <param name="champion">With its card; the features that it wants are among those of the data.</param>
    /// <param name="challenger">Likewise.</param>
    /// <param name="data">Rows with targets of 0 and 1.</param>
    /// <param name="level">The chance that a difference is told where there is none, of each side.</param>
    /// <exception cref="ArgumentException">Features are missing, labels differ, or no row comes after both have learned.</exception>
    public static ModelContest Of(RegisteredModel champion, RegisteredModel challenger, Dataset data, double level = 0.05)
    {
        ArgumentNullException.ThrowIfNull(champion);
        ArgumentNullException.ThrowIfNull(challenger);
        ArgumentNullException.ThrowIfNull(data);
        if (!data.IsBinary || champion.Card.Label != challenger.Card.Label || champion.Card.Label != data.LabelName)
            throw new ArgumentException($"Both models must foretell classes, and what the data ask for: the champion {champion.Card.Label}, the challenger {challenger.Card.Label}, the data {data.LabelName}.", nameof(data));

        int[] rows = Unseen(data, Later(champion.Card, challenger.Card));
        double[] first = Foretell(champion, data, rows), second = Foretell(challenger, data, rows);
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
        : throw new ArgumentException("A card does not say what its model learned from: no row is known to be unseen.", nameof(champion));

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
            : throw new ArgumentException(FormattableString.Invariant($"No row is decided after both models had learned, {after:yyyy-MM-dd HH:mm} UTC; the last is decided {UnixTime.ToDateTime(data.Starts[^1]):yyyy-MM-dd HH:mm}."), nameof(data));
    }

    private static double[] Foretell(RegisteredModel model, Dataset data, int[] rows)
    {
        double[] predictions = new double[rows.Length];
        ModelFeatures.RequireAmong(model.Model.Features, data.Names);
        model.Model.Predict(data.Select(model.Model.Features), rows, predictions);
        return predictions;
    }

    private static double Square(double value) => value * value;

    private static string NameOf(RegisteredModel model) => FormattableString.Invariant($"{model.Version.Model} {model.Version.Number}");
}
