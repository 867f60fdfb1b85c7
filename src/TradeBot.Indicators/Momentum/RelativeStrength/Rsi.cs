using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Relative strength index: the share of gains in Wilder's averages of gains and losses, from 0 to 100.</summary>
/// <remarks>
/// 50 where neither gain nor loss was seen. NaN in makes every later output NaN. The default value is invalid.
/// Source: J. W. Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978.
/// </remarks>
public struct Rsi : IIndicator<double, double>
{
    private readonly int _period;
    private WilderAverage _gains;
    private WilderAverage _losses;
    private double _previous;
    private bool _started;

    /// <param name="period">Smoothing length, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Rsi(int period)
    {
        _period = period;
        _gains = new WilderAverage(period);
        _losses = new WilderAverage(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period + 1;

    /// <returns>From 0 to 100; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        double change = value - _previous;
        _previous = value;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        return Share(_gains.Update(Gain(change)), _losses.Update(Gain(-change)));
    }

    /// <param name="values">Oldest first, usually closes.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination)
    {
        Batch.RequireLength(values.Length, destination.Length);
        var seed = new Rsi(period);
        int start = Math.Min(seed.WarmUp, values.Length);
        Batch.Seed(ref seed, values[..start], destination);

        (double gain, double share) = seed._gains.State;
        double loss = seed._losses.State.Average, previous = seed._previous;
        for (int i = start; i < values.Length; i++)
        {
            double change = values[i] - previous;
            previous = values[i];
            gain = WilderAverage.Step(gain, Gain(change), share);
            loss = WilderAverage.Step(loss, Gain(-change), share);
            destination[i] = Share(gain, loss);
        }
    }

    // Math.Max passes NaN on, so that an unknown price stays unknown.
    private static double Gain(double change) => Math.Max(change, 0);

    private static double Share(double gain, double loss)
    {
        double sum = gain + loss;
        return sum == 0 ? 50 : 100 * (gain / sum);
    }
}
