namespace TradeBot.Indicators.Windows;

/// <summary>Keeps the mean of a run and the sum of squared distances from it.</summary>
/// <remarks>
/// Both runs of a window are joined without a difference of squares, so that equal values give exactly 0 and prices
/// far from 0 lose nothing. Sources: B. Welford, <i>Technometrics</i> 4(3), 1962; T. Chan, G. Golub and R. LeVeque, 1979.
/// </remarks>
internal readonly struct MomentsFold : IFold<MomentsFold.WindowMoments>
{
    // By count: 1 / count, and what the distance between the runs weighs in mean and squares.
    private readonly Factors[] _factors;

    /// <summary>One over the number of values in a full window.</summary>
    public double Inverse { get; }

    /// <param name="length">How many values the window holds.</param>
    public MomentsFold(int length)
    {
        _factors = new Factors[length + 1];
        Inverse = 1.0 / length;
        for (int count = 1; count <= length; count++)
        {
            double share = (double)count / length;
            _factors[count] = new Factors(1.0 / count, share, share * (length - count));
        }
    }

    public WindowMoments AddNewer(WindowMoments state, double value, int count)
    {
        double distance = value - state.Mean;
        double mean = Math.FusedMultiplyAdd(distance, _factors[count].Inverse, state.Mean);
        return new WindowMoments(mean, Math.FusedMultiplyAdd(distance, value - mean, state.Squares));
    }

    public WindowMoments AddOlder(WindowMoments state, double value, int count) => AddNewer(state, value, count);

    /// <summary>The moments of two runs that together fill a window.</summary>
    public WindowMoments Join(WindowMoments older, WindowMoments newer, int newerCount)
    {
        Factors factors = _factors[newerCount];
        double distance = newer.Mean - older.Mean;
        double mean = Math.FusedMultiplyAdd(distance, factors.Share, older.Mean);
        double squares = Math.FusedMultiplyAdd(distance * distance, factors.Squares, older.Squares + newer.Squares);
        return new WindowMoments(mean, squares);
    }

    /// <summary>What the distance between the runs weighs in the mean, and its square in the squares.</summary>
    public (double Share, double Squares) JoinFactors(int newerCount) => (_factors[newerCount].Share, _factors[newerCount].Squares);

    /// <summary>The population standard deviation of a full window.</summary>
    public double Deviation(WindowMoments moments) => Math.Sqrt(moments.Squares * Inverse);

    /// <summary>Mean and sum of squared distances from it.</summary>
    public readonly record struct WindowMoments(double Mean, double Squares);

    private readonly record struct Factors(double Inverse, double Share, double Squares);
}
