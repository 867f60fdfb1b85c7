using TradeBot.MarketData;

namespace TradeBot.Indicators;

/// <summary>Runs a streaming indicator over columns: the batch form of every indicator that has no faster one.</summary>
public static class Batch
{
    /// <summary>Feeds values one by one and keeps each output.</summary>
    /// <param name="indicator">Fresh, or at a checkpoint; a copy is run.</param>
    /// <param name="values">Oldest first.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Run<TIndicator>(TIndicator indicator, ReadOnlySpan<double> values, Span<double> destination)
        where TIndicator : struct, IIndicator<double, double>
    {
        RequireLength(values.Length, destination.Length);
        for (int i = 0; i < values.Length; i++)
            destination[i] = indicator.Update(values[i]);
    }

    /// <summary>Feeds candles one by one and keeps each output.</summary>
    /// <param name="indicator">Fresh, or at a checkpoint; a copy is run.</param>
    /// <param name="candles">Oldest first.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Run<TIndicator>(TIndicator indicator, CandleSeries candles, Span<double> destination)
        where TIndicator : struct, IIndicator<Candle, double>
    {
        ArgumentNullException.ThrowIfNull(candles);
        RequireLength(candles.Count, destination.Length);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = indicator.Update(candles[i]);
    }

    /// <summary>Feeds the values that fill an indicator, which a loop over the others then takes up.</summary>
    internal static void Seed<TIndicator>(ref TIndicator indicator, ReadOnlySpan<double> values, Span<double> destination)
        where TIndicator : struct, IIndicator<double, double>
    {
        for (int i = 0; i < values.Length; i++)
            destination[i] = indicator.Update(values[i]);
    }

    internal static void RequireLength(int expected, int actual, string name = "destination")
    {
        if (actual != expected)
            throw new ArgumentException($"Expected {expected} slots, got {actual}.", name);
    }
}
