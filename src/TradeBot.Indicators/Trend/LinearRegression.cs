using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Trend;

/// <summary>The least-squares line through the last n values.</summary>
/// <remarks>
/// Two passes over the window at each step, from a member of it, so that large prices stay precise. The coefficient of
/// determination of a flat window is NaN. NaN while a NaN is in the window. The default value is invalid. The intercept is the
/// line at the oldest value of the window, as in TA-Lib; Tulip puts it one step earlier, and Skender's library counts from the
/// start of the series. Source: TA-Lib, LINEARREG and its kin.
/// </remarks>
public struct LinearRegression : IIndicator<double, LinearRegression.Line>
{
    private readonly int _period;
    private ValueWindow _window;

    /// <param name="period">How many values the line is fitted to, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public LinearRegression(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _period = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <returns>The fit; NaN for the first period − 1 calls.</returns>
    public Line Update(in double value)
    {
        _window.Push(value);
        return _window.IsFull
            ? Fit(_window.Values)
            : new Line(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="end">Aligned with <paramref name="values"/>.</param>
    /// <param name="slope">Aligned with <paramref name="values"/>.</param>
    /// <param name="intercept">Aligned with <paramref name="values"/>.</param>
    /// <param name="fit">Aligned with <paramref name="values"/>.</param>
    /// <param name="forecast">Aligned with <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        ReadOnlySpan<double> values, int period, Span<double> end, Span<double> slope, Span<double> intercept,
        Span<double> fit, Span<double> forecast)
    {
        Batch.RequireLength(values.Length, end.Length, nameof(end));
        Batch.RequireLength(values.Length, slope.Length, nameof(slope));
        Batch.RequireLength(values.Length, intercept.Length, nameof(intercept));
        Batch.RequireLength(values.Length, fit.Length, nameof(fit));
        Batch.RequireLength(values.Length, forecast.Length, nameof(forecast));
        var indicator = new LinearRegression(period);
        for (int i = 0; i < values.Length; i++)
            (end[i], slope[i], intercept[i], fit[i], forecast[i]) = indicator.Update(values[i]);
    }

    private static Line Fit(ReadOnlySpan<double> values)
    {
        double origin = values[0], centre = (values.Length - 1) / 2.0, sum = 0, cross = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double y = values[i] - origin;
            sum += y;
            cross += (i - centre) * y;
        }

        double n = values.Length, mean = sum / n, spread = n * (n * n - 1) / 12, slope = cross / spread, total = 0;
        foreach (double value in values)
        {
            double y = value - origin - mean;
            total += y * y;
        }

        double middle = origin + mean, fit = total == 0 ? double.NaN : Math.Min(1, slope * cross / total);
        return new Line(middle + slope * centre, slope, middle - slope * centre, fit, middle + slope * (centre + 1));
    }

    /// <summary>The line after one value.</summary>
    /// <param name="End">Its height at the newest value: a moving average that follows a trend without lag.</param>
    /// <param name="Slope">Its rise per value.</param>
    /// <param name="Intercept">Its height at the oldest value of the window.</param>
    /// <param name="Fit">R², the share of variance that it explains, from 0 to 1; NaN for a flat window.</param>
    /// <param name="Forecast">Its height one value ahead, from what is known now (TA-Lib: TSF).</param>
    public readonly record struct Line(double End, double Slope, double Intercept, double Fit, double Forecast);
}
