namespace TradeBot.Learning;

/// <summary>Held-out rows and their scores so far.</summary>
internal sealed class HeldOutRows
{
    private readonly TrainingInput _rows;
    private readonly double[] _features, _scores;
    private readonly bool _hasMissing;
    private readonly int _outputs;

    public HeldOutRows(TrainingInput rows, double[] start)
    {
        int width = rows.Data.Names.Count;
        (_rows, _outputs) = (rows, start.Length);
        _features = new double[rows.Rows.Length * width];
        for (int i = 0; i < rows.Rows.Length; i++)
            rows.Data.CopyRow(rows.Rows[i], _features.AsSpan(i * width, width));
        _hasMissing = Array.Exists(_features, double.IsNaN);
        _scores = new double[rows.Rows.Length * _outputs];
        for (int i = 0; i < _scores.Length; i++)
            _scores[i] = start[i % _outputs];
    }

    public void Add(Tree tree, int output) => tree.AddTo(_features, _rows.Data.Names.Count, _hasMissing, _scores.AsSpan(output), _outputs);

    public double Loss(BoostingLoss loss) => loss.Of(_rows, _scores);
}
