using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <content>The same predictions from other sides; each asks for the data set that was judged.</content>
public sealed partial record Evaluation
{
    /// <summary>How often what was foretold with a probability came.</summary>
    /// <param name="data">The data set that was judged, with targets of 0 and 1.</param>
    /// <param name="bins">Into how many groups of about the same size the predictions are cut, at least 1.</param>
    /// <exception cref="ArgumentException">The data are others.</exception>
    public CalibrationCurve Calibration(Dataset data, int bins = 10)
    {
        RequireSame(data);
        return CalibrationCurve.Of(Probabilities.Span, Gather(data.Target), bins);
    }

    /// <summary>The scores of each calendar month in which decisions were made, UTC.</summary>
    /// <param name="data">The data set that was judged.</param>
    /// <exception cref="ArgumentException">The data are others.</exception>
    public GroupedScores ByMonth(Dataset data)
    {
        RequireSame(data);
        return By(data, "month", row => FormattableString.Invariant($"{UnixTime.ToDateTime(data.Starts[row]):yyyy-MM}"));
    }

    /// <summary>The scores in each regime of the market.</summary>
    /// <param name="data">The data set that was judged.</param>
    /// <param name="regimes">One name per row of the data set: see <see cref="MarketRegimes"/>; rows whose name is empty are left out.</param>
    /// <exception cref="ArgumentException">The data are others, or there is not one name per row.</exception>
    public GroupedScores ByRegime(Dataset data, IReadOnlyList<string> regimes)
    {
        RequireSame(data);
        ArgumentNullException.ThrowIfNull(regimes);
        return regimes.Count == data.RowCount
            ? By(data, "regime", row => regimes[row])
            : throw new ArgumentException($"Expected {data.RowCount} names of regimes, one per row; got {regimes.Count}.", nameof(regimes));
    }

    /// <summary>How long what was foretold stays true: its rank correlation with the returns of later decisions.</summary>
    /// <param name="data">The data set that was judged.</param>
    /// <param name="candles">How many candles after the prediction the return begins, each at least 0.</param>
    /// <exception cref="ArgumentException">The data are others, or a number is negative.</exception>
    public InformationDecay Decay(Dataset data, params IReadOnlyList<int> candles)
    {
        RequireSame(data);
        ArgumentNullException.ThrowIfNull(candles);
        return new InformationDecay([.. candles.Select(lag => DecayPoint.Of(this, data, lag))]);
    }

    private GroupedScores By(Dataset data, string what, Func<int, string> nameOf)
    {
        var groups = Rows.ToArray().Zip(Probabilities.ToArray(), (row, probability) => (Row: row, Probability: probability))
            .GroupBy(judged => nameOf(judged.Row))
            .Where(group => group.Key.Length > 0)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        return new GroupedScores(what, [.. groups.Select(group => new GroupScores(
            group.Key, Models.ScoresOf(data, [.. group.Select(judged => judged.Row)], [.. group.Select(judged => judged.Probability)])))]);
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
            throw new ArgumentException($"The evaluation is of the data {DataHash}, this is {data.ContentHash}.", nameof(data));
    }
}
