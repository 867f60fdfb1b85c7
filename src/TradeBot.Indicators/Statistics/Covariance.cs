namespace TradeBot.Indicators.Statistics;

/// <summary>Population covariance of the last n pairs, dividing by n.</summary>
/// <remarks>The cost of an update grows with n. NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct Covariance : IIndicator<Pair, double>
{
    private PairWindow _window;

    /// <param name="period">How many pairs are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Covariance(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period;
        _window = new PairWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>In the product of the units; NaN for the first period − 1 calls.</returns>
    public double Update(in Pair value)
    {
        _window.Push(value);
        return _window.IsFull ? _window.Sums().Products / WarmUp : double.NaN;
    }

    /// <summary>Runs the streaming form over columns.</summary>
    /// <param name="first">Oldest first.</param>
    /// <param name="second">Aligned with <paramref name="first"/>.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="first"/>.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int period, Span<double> destination)
    {
        Batch.RequireLength(first.Length, second.Length, nameof(second));
        Batch.RequireLength(first.Length, destination.Length, nameof(destination));
        var indicator = new Covariance(period);
        for (int i = 0; i < first.Length; i++)
            destination[i] = indicator.Update(new Pair(first[i], second[i]));
    }
}
