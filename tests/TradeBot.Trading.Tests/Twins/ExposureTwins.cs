using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>Strategies whose exposure or entry depends on how far prices spread.</summary>
internal static class ExposureTwins
{
    public static IEnumerable<Twin> All =>
    [
        new(typeof(VolatilityTarget), VolatilityTarget.Rule(), series => Follow(Volatility(series[0], 0.4, 20), 0.05)),
        new(typeof(VolatilityTarget), VolatilityTarget.Rule(0.008, 30, 365, 0.1), series => Follow(Volatility(series[0], 0.008, 30), 0.1)),
        new(typeof(TimeSeriesMomentum), TimeSeriesMomentum.Rule(), series => Follow(Momentum(series[0], 252, 0.4, 60), 0.05)),
        new(typeof(TimeSeriesMomentum), TimeSeriesMomentum.Rule(60, 0.01, 30), series => Follow(Momentum(series[0], 60, 0.01, 30), 0.05)),
        Twin.Of(typeof(VwapReversion), VwapReversion.Rule(), c => VolumeWeighted(c, 2, allowShort: false)),
        Twin.Of(typeof(VwapReversion), VwapReversion.Rule(1, allowShort: true), c => VolumeWeighted(c, 1, allowShort: true)),
    ];

    /// <summary>Takes the wanted exposure when it is on the other side of what is held, 0, or further away than the tolerance.</summary>
    private static PlainDecision Follow(double[] wanted, double tolerance) => (i, broker) =>
    {
        double held = broker.Target[0];
        if (wanted[i] * held <= 0 || Math.Abs(wanted[i] - held) > tolerance)
            broker.Target[0] = wanted[i];
    };

    private static double[] Volatility(PlainCandles c, double target, int window) =>
        [.. Textbook.Volatility(c.Close, window, 365).Select(v => v == 0 ? 1 : Math.Min(1, target / v))];

    private static double[] Momentum(PlainCandles c, int lookback, double target, int window) =>
        [.. Volatility(c, target, window).Select((size, i) => i < lookback ? double.NaN : Math.Sign(c.Close[i] - c.Close[i - lookback]) * size)];

    /// <summary>The day's average typical price, and the deviation around it, each weighted by volume.</summary>
    private static PlainRule VolumeWeighted(PlainCandles c, double deviations, bool allowShort)
    {
        double[] vwap = new double[c.Count], width = new double[c.Count];
        for (int i = 0, first = 0; i < c.Count; i++)
        {
            if (i > 0 && c.DayOf(i) != c.DayOf(i - 1))
                first = i;
            double volume = 0, value = 0, squares = 0;
            for (int j = first; j <= i; j++)
                (volume, value) = (volume + c.Volume[j], value + (c.Volume[j] * Typical(c, j)));
            vwap[i] = value / volume;
            for (int j = first; j <= i; j++)
                squares += c.Volume[j] * (Typical(c, j) - vwap[i]) * (Typical(c, j) - vwap[i]);
            width[i] = deviations * Math.Sqrt(squares / volume);
        }

        bool[] isLast = c.Where(i => c.MinuteOfDay(i) >= 23 * 60);
        return new PlainRule(c.Where(i => !isLast[i] && c.Close[i] < vwap[i] - width[i]), c.Where(i => isLast[i] || c.Close[i] >= vwap[i]))
        {
            Short = allowShort ? c.Where(i => !isLast[i] && c.Close[i] > vwap[i] + width[i]) : null,
            ExitShort = c.Where(i => isLast[i] || c.Close[i] <= vwap[i]),
        };
    }

    private static double Typical(PlainCandles c, int i) => (c.High[i] + c.Low[i] + c.Close[i]) / 3;
}
