using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.Conformance;

/// <summary>Candles on which indicators are tried: as markets make them, and as no market should.</summary>
internal static class Market
{
    // Prices on a binary grid, so that adding a constant or multiplying by a power of two rounds nothing.
    private const double Grid = 1024;

    /// <summary>Generated candles; long enough for every warm-up that the suite asks for.</summary>
    public static CandleSeries Usual { get; } = OnGrid(MarketGenerator.Single(1500, seed: 11));

    /// <summary>More candles than one block of a window holds.</summary>
    public static CandleSeries Long { get; } = OnGrid(MarketGenerator.Single(9000, seed: 12));

    /// <summary>What breaks careless arithmetic.</summary>
    public static IReadOnlyDictionary<string, CandleSeries> Adversarial { get; } = new Dictionary<string, CandleSeries>
    {
        ["flat"] = Build(1200, _ => (100, 0, 5)),
        ["flat without volume"] = Build(1200, _ => (16541.77, 0, 0)),
        ["alternating"] = Build(1200, i => (i % 2 == 0 ? 1 : 1000, i % 3, 1 + i % 7)),
        ["rising"] = Build(1200, i => (10 + i, 0.5, 10)),
        ["falling"] = Build(1200, i => (2000 - i, 0, 10)),
        ["one spike"] = Build(1200, i => (i == 600 ? 1e6 : 1, i == 600 ? 1 : 0, 1)),
        ["moving, then flat"] = Build(1200, i => (i < 400 ? 100 + 7 * Math.Sin(i) : 103.3, i < 400 ? 1 : 0, i < 400 ? 3 : 0)),
        ["huge"] = Map(Usual, x => x * 1e12, x => x * 1e9),
        ["tiny"] = Map(Usual, x => x * 1e-12, x => x * 1e-9),
    };

    /// <summary>The same candles with other prices and volumes; the times stay.</summary>
    public static CandleSeries Map(CandleSeries candles, Func<double, double> price, Func<double, double> volume)
    {
        double[] Column(ReadOnlySpan<double> values, Func<double, double> map)
        {
            double[] mapped = new double[values.Length];
            for (int i = 0; i < mapped.Length; i++)
                mapped[i] = map(values[i]);
            return mapped;
        }

        return new CandleSeries(
            candles.Symbol, candles.Timeframe, candles.OpenTimes.ToArray(), Column(candles.Open, price), Column(candles.High, price),
            Column(candles.Low, price), Column(candles.Close, price), Column(candles.Volume, volume));
    }

    /// <summary>The same candles from a position on moved in time by a number of candles that are absent.</summary>
    public static CandleSeries WithGap(CandleSeries candles, int position, int missing)
    {
        long step = candles.OpenTimes[1] - candles.OpenTimes[0];
        long[] times = candles.OpenTimes.ToArray();
        for (int i = position; i < times.Length; i++)
            times[i] += missing * step;
        return new CandleSeries(
            candles.Symbol, candles.Timeframe, times, candles.Open.ToArray(), candles.High.ToArray(), candles.Low.ToArray(),
            candles.Close.ToArray(), candles.Volume.ToArray());
    }

    /// <summary>The same candles with NaN at a position in the columns named.</summary>
    public static CandleSeries WithUnknown(CandleSeries candles, int position, CandleFields fields)
    {
        double[] Column(ReadOnlySpan<double> values, CandleFields field)
        {
            double[] copy = values.ToArray();
            if (fields.HasFlag(field))
                copy[position] = double.NaN;
            return copy;
        }

        return new CandleSeries(
            candles.Symbol, candles.Timeframe, candles.OpenTimes.ToArray(), Column(candles.Open, CandleFields.Open),
            Column(candles.High, CandleFields.High), Column(candles.Low, CandleFields.Low), Column(candles.Close, CandleFields.Close),
            Column(candles.Volume, CandleFields.Volume));
    }

    private static CandleSeries OnGrid(CandleSeries candles) => Map(candles, x => Math.Round(x * Grid) / Grid, x => x);

    private static CandleSeries Build(int count, Func<int, (double Price, double Wick, double Volume)> candle)
    {
        Candle At(int i)
        {
            (double close, double wick, double volume) = candle(i);
            double open = i == 0 ? close : candle(i - 1).Price;
            return new Candle(default, open, Math.Max(open, close) + wick, Math.Min(open, close) - wick / 2, close, volume);
        }

        Candle[] candles = [.. Enumerable.Range(0, count).Select(At)];
        return new CandleSeries(
            "ODD", Timeframe.OneMinute, Enumerable.Range(0, count).Select(i => 60_000L * i).ToArray(),
            candles.Select(c => c.Open).ToArray(), candles.Select(c => c.High).ToArray(), candles.Select(c => c.Low).ToArray(),
            candles.Select(c => c.Close).ToArray(), candles.Select(c => c.Volume).ToArray());
    }
}
