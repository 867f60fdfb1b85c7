using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <content>Further views of the same predictions; each needs the data set that was evaluated.</content>
public sealed partial record Evaluation
{
    /// <summary>Reliability curve: predicted probability against observed frequency.</summary>
    /// <param name="data">The data set that was evaluated, with targets of 0 and 1.</param>
    /// <param name="bins">Number of bins of about equal size, at least 1.</param>
    /// <exception cref="ArgumentException">This is a different data set.</exception>
    public CalibrationCurve Calibration(Dataset data, int bins = 10)
    {
        RequireSame(data);
        return CalibrationCurve.Of(Probabilities.Span, Gather(data.Target), bins);
    }

    /// <summary>The scores of each calendar month of decisions, UTC.</summary>
    /// <param name="data">The data set that was evaluated.</param>
    /// <exception cref="ArgumentException">This is a different data set.</exception>
    public GroupedScores ByMonth(Dataset data)
    {
        RequireSame(data);
        return By(data, "month", row => FormattableString.Invariant($"{UnixTime.ToDateTime(data.Starts[row]):yyyy-MM}"));
    }

    /// <summary>The scores in each regime of the market.</summary>
    /// <param name="data">The data set that was evaluated.</param>
    /// <param name="regimes">One name per row of the data set: see <see cref="MarketRegimes"/>; rows with an empty name are left out.</param>
    /// <exception cref="ArgumentException">This is a different data set, or there is not one name per row.</exception>
    public GroupedScores ByRegime(Dataset data, IReadOnlyList<string> regimes)
    {
        RequireSame(data);
        ArgumentNullException.ThrowIfNull(regimes);
        return regimes.Count == data.RowCount
            ? By(data, "regime", row => regimes[row])
            : throw new ArgumentException($"Expected {data.RowCount} names of regimes, one per row; got {regimes.Count}.", nameof(regimes));
    }

    /// <summary>Information decay: the rank correlation of the predictions with returns that begin later.</summary>
    /// <param name="data">The data set that was evaluated.</param>
    /// <param name="candles">Lags in candles between prediction and start of the return, each at least 0.</param>
    /// <exception cref="ArgumentException">This is a different data set, or a number is negative.</exception>
    public InformationDecay Decay(Dataset data, params IReadOnlyList<int> candles)
    {
        RequireSame(data);
        ArgumentNullException.ThrowIfNull(candles);
        return new InformationDecay([.. candles.Select(lag => DecayPoint.Of(this, data, lag))]);
    }

    private GroupedScores By(Dataset data, string what, Func<int, string> nameOf)
    {
        var groups = Rows.ToArray().Zip(Probabilities.ToArray(), (row, probability) => (Row: row, Probability: probability))
            .GroupBy(row => nameOf(row.Row))
            .Where(group => group.Key.Length > 0)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        return new GroupedScores(what, [.. groups.Select(group => new GroupScores(
            group.Key, Models.ScoresOf(data, [.. group.Select(row => row.Row)], [.. group.Select(row => row.Probability)])))]);
    }

    private double[] Gather(ReadOnlySpan<double> values)
    {
        double[] gathered = new double[Rows.Length];
        for (int i = 0; i < gathered.Length; i++)
            gathered[i] = values[Rows.Span[i]];
        return gathered;
    }

    private void RequireSame(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.ContentHash != DataHash)
            throw new ArgumentException($"The evaluation is of data set {DataHash}, this is {data.ContentHash}.", nameof(data));
    }
}
