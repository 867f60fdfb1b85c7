using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Trend scanning: the direction of the most significant trend that begins at the next open.</summary>
/// <remarks>
/// For each <c>L</c> from the shortest to the longest a line is fitted to the opens <c>t+1 … t+1+L</c>; the one whose slope has the largest absolute t-value is
/// the trend, on a tie the shortest. The value is 1 when its slope is positive, otherwise 0; the return is that from the first of its opens to the last. The span ends at the
/// open <c>t+1+longest</c>: until then another trend could be more significant. Missing where a candle from <c>t</c> on is missing
/// before the end, at the end of the series, and where prices do not move.
/// Source: M. López de Prado, <i>Machine Learning for Asset Managers</i>, 2020, chapter 5.
/// </remarks>
public sealed class TrendScanningLabel : Label
{
    private readonly int _shortest, _longest;

    internal TrendScanningLabel(int shortest, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, shortest);
        (_shortest, _longest) = (shortest, longest);
    }

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"trend-scanning({_shortest} to {_longest})");

    /// <inheritdoc/>
    public override bool IsBinary => true;

    /// <inheritdoc/>
    public override LabelColumn Compute(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        ReadOnlySpan<long> times = series.OpenTimes;
        var label = LabelColumn.Missing(series);
        for (int t = 0; t < series.Count; t++)
        {
            long last = (long)t + 1 + _longest;
            if (last >= series.Count || series.Timeframe.CandlesBetween(times[t], times[(int)last]) != 1 + _longest)
                continue;

            (int length, double slope) = Clearest(series.Open.Slice(t + 1, _longest + 1));
            if (length == 0)
                continue;
            label.Values[t] = slope > 0 ? 1 : 0;
            label.Returns[t] = series.Open[t + 1 + length] / series.Open[t + 1] - 1;
            label.Ends[t] = times[(int)last];
        }

        return label;
    }

    /// <summary>Length of the most significant trend and its t-value; 0 when prices do not move.</summary>
    private (int Length, double Slope) Clearest(ReadOnlySpan<double> prices)
    {
        (int length, double clearest) = (0, 0);
        double sum = 0, squares = 0, products = 0; // of the moves since the first price, and of these times their place
        for (int i = 1; i < prices.Length; i++)
        {
            double move = prices[i] / prices[0] - 1;
            sum += move;
            squares += move * move;
            products += i * move;
            if (i < _shortest)
                continue;

            double t = SlopeT(i + 1, sum, squares, products);
            if (Math.Abs(t) > Math.Abs(clearest))
                (length, clearest) = (i, t);
        }

        return (length, clearest);
    }

    /// <summary>The slope of a fitted line over its standard error; infinite for a perfect fit, 0 where nothing moves.</summary>
    private static double SlopeT(int count, double sum, double squares, double products)
    {
        double spread = count * ((double)count * count - 1) / 12;
        double covariation = products - sum * (count - 1) / 2, variation = squares - sum * sum / count;
        double slope = covariation / spread, unexplained = Math.Max(0, variation - slope * covariation);
        return covariation == 0 ? 0 : slope / Math.Sqrt(unexplained / (count - 2) / spread);
    }
}
