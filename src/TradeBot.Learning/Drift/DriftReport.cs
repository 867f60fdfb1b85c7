using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Drift of a model's features, predictions and errors since its training.</summary>
/// <param name="Rows">Number of recent rows compared.</param>
/// <param name="Columns">Each feature, the largest drift first.</param>
/// <param name="Predictions">Drift of the predictions; null when no model was given. For information only: the reference predictions come from the last fold's model, a different one.</param>
/// <param name="ErrorsChangedAt">The recent rows, counted from 0, at which a change of the mean squared error was detected; empty when there was none, or no model was given.</param>
[TypeFormatterSource]
public sealed record DriftReport(int Rows, IReadOnlyList<FeatureDrift> Columns, FeatureDrift? Predictions, IReadOnlyList<int> ErrorsChangedAt)
{
    /// <summary>True when a feature has drifted or the errors changed.</summary>
    public bool HasDrifted => Columns.Any(column => column.HasDrifted) || ErrorsChangedAt.Count > 0;

    /// <summary>Compares recent rows with a model's training rows.</summary>
    /// <param name="card">Of a model: see <see cref="ModelCard.TrainedOn"/>.</param>
    /// <param name="recent">Rows with the model's features.</param>
    /// <param name="rows">Row numbers, in time order; at least 1.</param>
    /// <param name="model">The model, to compare its predictions and errors; null to compare features only.</param>
    /// <exception cref="ArgumentException">The card describes only a trainer, the features differ, or there is no row.</exception>
    public static DriftReport Of(ModelCard card, Dataset recent, ReadOnlyMemory<int> rows, IModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(recent);
        TrainingSpan then = card.Training ?? throw new ArgumentException("The card does not list the model's training rows: it describes a trainer, not a model.", nameof(card));
        card.RequireFeatures(recent.Names, recent.Pipeline?.SchemaHash);
        if (rows.IsEmpty)
            throw new ArgumentException("There are no rows to compare.", nameof(rows));

        Dataset now = recent.Gather(rows.Span);
        FeatureDrift[] columns = [.. then.Features.Select(feature => FeatureDrift.Of(feature, now.Column(feature.Name)))];
        double[] adjusted = MultipleTests.Holm(Array.ConvertAll(columns, column => column.PValue));
        double[] predictions = new double[model is null ? 0 : rows.Length];
        model?.Predict(recent, rows.Span, predictions);
        return new DriftReport(
            rows.Length,
            [.. columns.Select((column, i) => column with { AdjustedPValue = adjusted[i] }).OrderByDescending(column => column.StabilityIndex)],
            model is null ? null : FeatureDrift.Of(card.Predictions, predictions),
            ErrorChanges(now, predictions));
    }

    /// <summary>The verdict and the column with the largest drift in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(HasDrifted ? "drifted" : "no drift")} over {Rows:N0} rows; most, {Columns[0].Name}: index {Columns[0].StabilityIndex:0.000}, distance {Columns[0].Distance:0.000}{(ErrorsChangedAt.Count > 0 ? FormattableString.Invariant($"; errors changed at row {ErrorsChangedAt[0]:N0}") : "")}");

    private static List<int> ErrorChanges(Dataset now, double[] predictions)
    {
        List<int> changes = [];
        if (!now.IsBinary)
            return changes; // errors of numbers have no bound, which the detector needs

        var detector = new Adwin();
        for (int i = 0; i < predictions.Length; i++)
        {
            double distance = predictions[i] - now.Target[i];
            if (detector.Update(distance * distance))
                changes.Add(i);
        }

        return changes;
    }
}
