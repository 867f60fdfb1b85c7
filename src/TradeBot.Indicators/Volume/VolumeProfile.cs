using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>
/// Volume profile of the last n candles: the price at which most was traded, and the range around it that holds most of the
/// volume.
/// </summary>
/// <remarks>
/// The range of the window is cut into bins of equal height; each candle's volume is spread evenly over its own range. The value
/// area grows from the fullest bin towards the fuller neighbour until it holds the share; of equally full bins the lower is
/// taken. The cost of an update grows with period and bins. NaN where nothing was traded in the window, and while a NaN is in it.
/// The default value is invalid. Source: J. P. Steidlmayer, <i>Markets and Market Logic</i>, 1986.
/// </remarks>
public struct VolumeProfile : IIndicator<Candle, VolumeProfile.Lines>
{
    private const int MostBins = 256;

    private readonly int _bins;
    private readonly double _share;
    private ValueWindow _highs;
    private ValueWindow _lows;
    private ValueWindow _volumes;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <param name="bins">Into how many bins their range is cut, from 2 to 256; 24 is usual.</param>
    /// <param name="share">Share of the volume in the value area; in (0, 1); 0.7 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public VolumeProfile(int period, int bins, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, MostBins);
        WarmUp = period;
        _bins = bins;
        _share = Parameter.Between(share, 0, 1);
        _highs = new ValueWindow(period);
        _lows = new ValueWindow(period);
        _volumes = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>In price units, low ≤ point of control ≤ high; NaN for the first period − 1 calls.</returns>
    public Lines Update(in Candle value)
    {
        _highs.Push(value.High);
        _lows.Push(value.Low);
        _volumes.Push(value.Volume);
        if (!_highs.IsFull)
            return new Lines(double.NaN, double.NaN, double.NaN);

        double bottom = double.PositiveInfinity, top = double.NegativeInfinity, total = 0;
        ReadOnlySpan<double> highs = _highs.Values, lows = _lows.Values, volumes = _volumes.Values;
        for (int i = 0; i < highs.Length; i++)
        {
            bottom = Math.Min(bottom, lows[i]);
            top = Math.Max(top, highs[i]);
            total += volumes[i];
        }

        if (double.IsNaN(bottom + top + total) || total == 0)
            return new Lines(double.NaN, double.NaN, double.NaN);
        if (top == bottom)
            return new Lines(top, top, top);

        Span<double> profile = stackalloc double[MostBins];
        profile = profile[.._bins];
        profile.Clear();
        double height = (top - bottom) / _bins;
        for (int i = 0; i < highs.Length; i++)
            Spread(profile, (lows[i] - bottom) / height, (highs[i] - bottom) / height, volumes[i]);
        return Measure(profile, bottom, height, _share * total);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="bins">As for the constructor.</param>
    /// <param name="share">As for the constructor.</param>
    /// <param name="pointOfControl">One slot per candle.</param>
    /// <param name="low">One slot per candle.</param>
    /// <param name="high">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, int period, int bins, double share, Span<double> pointOfControl, Span<double> low,
        Span<double> high)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, pointOfControl.Length, nameof(pointOfControl));
        Batch.RequireLength(candles.Count, low.Length, nameof(low));
        Batch.RequireLength(candles.Count, high.Length, nameof(high));
        var indicator = new VolumeProfile(period, bins, share);
        for (int i = 0; i < candles.Count; i++)
            (pointOfControl[i], low[i], high[i]) = indicator.Update(candles[i]);
    }

    private static void Spread(Span<double> profile, double from, double to, double volume)
    {
        int first = Math.Clamp((int)from, 0, profile.Length - 1), last = Math.Clamp((int)to, first, profile.Length - 1);
        if (first == last)
        {
            profile[first] += volume;
            return;
        }

        double density = volume / (to - from);
        profile[first] += density * (first + 1 - from);
        for (int bin = first + 1; bin < last; bin++)
            profile[bin] += density;
        profile[last] += density * (to - last);
    }

    private static Lines Measure(ReadOnlySpan<double> profile, double bottom, double height, double wanted)
    {
        int fullest = 0;
        for (int bin = 1; bin < profile.Length; bin++)
        {
            if (profile[bin] > profile[fullest])
                fullest = bin;
        }

        int low = fullest, high = fullest;
        double held = profile[fullest];
        while (held < wanted && (low > 0 || high < profile.Length - 1))
        {
            bool downwards = high == profile.Length - 1 || (low > 0 && profile[low - 1] >= profile[high + 1]);
            held += downwards ? profile[--low] : profile[++high];
        }

        return new Lines(bottom + (fullest + 0.5) * height, bottom + low * height, bottom + (high + 1) * height);
    }

    /// <summary>The prices after one candle.</summary>
    /// <param name="PointOfControl">Middle of the bin with the most volume.</param>
    /// <param name="Low">Lower end of the value area.</param>
    /// <param name="High">Upper end of the value area.</param>
    public readonly record struct Lines(double PointOfControl, double Low, double High);
}
