using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>How the information coefficient decays with the lag between prediction and return.</summary>
/// <param name="Points">In the order asked for.</param>
[TypeFormatterSource]
public sealed record InformationDecay(IReadOnlyList<DecayPoint> Points)
{
    /// <summary>One line per lag.</summary>
    public override string ToString() => string.Join('\n', Points);
}

/// <summary>Rank correlation of the predictions with returns that begin some candles later.</summary>
/// <param name="Candles">The lag in candles.</param>
/// <param name="Rows">Number of predictions.</param>
/// <param name="InformationCoefficient">Spearman's, in [−1, 1]; NaN below two rows.</param>
/// <param name="StandardError">Standard error under no skill: <c>1 / √(n − 1)</c>, n being the sum of the labels' uniqueness, because overlapping returns are not independent.</param>
public sealed record DecayPoint(int Candles, int Rows, double InformationCoefficient, double StandardError)
{
    /// <summary>Such as <c>after 5 candles: IC 0.0213 ± 0.0080 over 10,000 rows</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"after {Candles} candles: IC {InformationCoefficient:0.0000} ± {StandardError:0.0000} over {Rows:N0} rows");

    internal static DecayPoint Of(Evaluation evaluation, Dataset data, int lag)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        List<double> predicted = [], returns = [];
        List<int> rows = [];
        for (int i = 0; i < evaluation.Rows.Length; i++)
        {
            int later = data.Candles.BinarySearch(data.Candles[evaluation.Rows.Span[i]] + lag);
            if (later < 0)
                continue;
            predicted.Add(evaluation.Probabilities.Span[i]);
            returns.Add(data.Returns[later]);
            rows.Add(later);
        }

        double independent = RowWeights.Uniqueness([.. rows.Order().Select(row => data.Starts[row])], [.. rows.Order().Select(row => data.Ends[row])]).Sum();
        return new DecayPoint(lag, rows.Count, RankCorrelation.Spearman([.. predicted], [.. returns]), independent > 1 ? 1 / Math.Sqrt(independent - 1) : double.NaN);
    }
}
