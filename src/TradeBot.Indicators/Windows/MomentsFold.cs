namespace TradeBot.Indicators.Windows;

/// <summary>Keeps the mean of a run and the sum of squared distances from it.</summary>
/// <remarks>
/// Both runs of a window are joined without a difference of squares, so that equal values give exactly 0 and prices
/// far from 0 lose nothing. Sources: B. Welford, <i>Technometrics</i> 4(3), 1962; T. Chan, G. Golub and R. LeVeque, 1979.
/// </remarks>
internal readonly struct MomentsFold(int length) : IFold<MomentsFold.Moments>
{
    private readonly double[] _inverse = [double.NaN, .. Enumerable.Range(1, length).Select(n => 1.0 / n)];

    public Moments AddNewer(Moments state, double value, int count)
    {
        double distance = value - state.Mean;
        double mean = Math.FusedMultiplyAdd(distance, _inverse[count], state.Mean);
        return new Moments(mean, Math.FusedMultiplyAdd(distance, value - mean, state.Squares));
    }

    public Moments AddOlder(Moments state, double value, int count) => AddNewer(state, value, count);

    /// <summary>The moments of two runs that together fill a window.</summary>
    public Moments Join(Moments older, int olderCount, Moments newer, int newerCount)
    {
        if (olderCount == 0)
            return newer;

        double distance = newer.Mean - older.Mean, share = newerCount * _inverse[^1];
        return new Moments(
            Math.FusedMultiplyAdd(distance, share, older.Mean),
            Math.FusedMultiplyAdd(distance * distance, share * olderCount, older.Squares + newer.Squares));
    }

    /// <summary>Mean and sum of squared distances from it.</summary>
    public readonly record struct Moments(double Mean, double Squares);
}
