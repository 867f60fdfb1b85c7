using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>The trainings of a run, written by the run and read by anyone.</summary>
internal sealed class TrainingLog
{
    private readonly Lock _gate = new();
    private readonly List<ModelTraining> _entries = [];
    private int _inForce = -1;
    private long _since;

    public IReadOnlyList<ModelTraining> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    /// <summary>Records a training.</summary>
    /// <param name="known">The rows with known labels.</param>
    /// <param name="now">When, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="skipped">Why training was skipped; null when there is a new model, which is in use from now on.</param>
    public void Add(Dataset known, long now, int seed, string? skipped)
    {
        var training = new ModelTraining(UnixTime.ToDateTime(now), known.RowCount, UnixTime.ToDateTime(known.Starts[0]), UnixTime.ToDateTime(known.Ends.ToArray().Max()), seed)
        {
            Skipped = skipped,
        };
        lock (_gate)
        {
            _entries.Add(training);
            if (skipped is null)
                (_inForce, _since) = (_entries.Count - 1, now);
        }
    }

    /// <summary>Scores the model in use on the rows that were decided with it and whose labels are known by now.</summary>
    public void Evaluate(IModel model, Dataset known)
    {
        int first = known.Starts.BinarySearch(_since);
        int[] rows = [.. Enumerable.Range(0, known.RowCount).Skip(first < 0 ? ~first : first)];
        if (rows.Length == 0)
            return;

        double[] predictions = new double[rows.Length];
        model.Predict(known, rows, predictions);
        Scores scores = Models.ScoresOf(known, rows, predictions);
        lock (_gate)
            _entries[_inForce] = _entries[_inForce] with { Scores = scores };
    }
}
