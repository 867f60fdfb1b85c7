using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>The last n pairs, and the sums of squares and products of their distances from the means.</summary>
/// <param name="length">How many pairs the window holds, at least 1.</param>
internal struct PairWindow(int length)
{
    private ValueWindow _first = new(length);
    private ValueWindow _second = new(length);

    /// <summary>True once the window holds its full number of pairs.</summary>
    public readonly bool IsFull => _first.IsFull;

    /// <summary>Appends a pair.</summary>
    public void Push(Pair value)
    {
        _first.Push(value.First);
        _second.Push(value.Second);
    }

    /// <summary>Sums over the window, in two passes from a member of it.</summary>
    public readonly (double FirstSquares, double SecondSquares, double Products) Sums()
    {
        ReadOnlySpan<double> first = _first.Values, second = _second.Values;
        double x0 = first[0], y0 = second[0], xSum = 0, ySum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            xSum += first[i] - x0;
            ySum += second[i] - y0;
        }

        double xMean = xSum / first.Length, yMean = ySum / first.Length, xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double x = first[i] - x0 - xMean, y = second[i] - y0 - yMean;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }

        return (xx, yy, xy);
    }
}
