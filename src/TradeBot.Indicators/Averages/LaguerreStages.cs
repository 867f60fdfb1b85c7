namespace TradeBot.Indicators.Averages;

/// <summary>Four all-pass stages behind one exponential average; all start at the first value.</summary>
/// <remarks>Source: J. Ehlers, <i>Time Warp — Without Space Travel</i>, 2002.</remarks>
internal struct LaguerreStages
{
    private readonly double _gamma;
    private bool _started;

    public LaguerreStages(double gamma)
    {
        if (!(gamma is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "Must be in [0, 1).");
        _gamma = gamma;
    }

    public double First { get; private set; }

    public double Second { get; private set; }

    public double Third { get; private set; }

    public double Fourth { get; private set; }

    public void Push(double value)
    {
        if (!_started)
            (_started, First, Second, Third, Fourth) = (true, value, value, value, value);

        (double first, double second, double third) = (First, Second, Third);
        First = value + _gamma * (first - value);
        Second = first + _gamma * (second - First);
        Third = second + _gamma * (third - Second);
        Fourth = third + _gamma * (Fourth - Third);
    }
}
