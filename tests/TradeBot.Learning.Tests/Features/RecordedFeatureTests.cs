using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

/// <summary>Features by text and by code give the bits that are recorded in <c>features.hashes</c>, one line per column.</summary>
public class RecordedFeatureTests
{
    private static readonly CandleSeries Minutes = Candles.Generate(6000, seed: 11, withOutage: true);

    private static readonly CandleSeries Other = Candles.Generate(6000, seed: 12, withOutage: true);

    [Fact]
    public void Every_column_has_the_recorded_bits()
    {
        if (!OperatingSystem.IsLinux())
            return; // logarithms and sines have other last bits elsewhere

        Dictionary<string, Func<FeatureBuilder, IReadOnlyList<Feature>>> made = Made().ToDictionary(m => m.Name, m => m.List);
        string[] recorded = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "features.hashes"));
        string[] actual = [.. recorded.AsParallel().AsOrdered().Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Select(text =>
            $"{Hash((text.StartsWith("made: ", StringComparison.Ordinal) ? Features.Pipeline(made[text[6..]]) : Features.Parse(text)).Compute(Minutes))} {text}")];
        Assert.True(recorded.SequenceEqual(actual), string.Join('\n', actual.Except(recorded)));
    }

    private static IEnumerable<(string Name, Func<FeatureBuilder, IReadOnlyList<Feature>> List)> Made() =>
    [
        ("chapter", f => [f.Return(1), f.Return(60), f.Rsi(14), f.Atr(14) / f.Close, f.Volume.ZScore(240), f.On(Timeframe.OneHour).EmaSlope(20), f.HourOfDay().Cyclic()]),
        ("words", f => [f.Open, f.High, f.Low, f.Turnover, f.Volatility(20), f.DayOfWeek().Cyclic(), f.DayOfMonth(), f.MonthOfYear(), f.HourOfFunding().Cyclic(), f.RelativeVolume(20), f.VolumeImbalance(10), f.Illiquidity(10)]),
        ("methods", f => [f.Close.Lag(3), f.Close.Change(2), f.Volume.Return(5), f.Close.StandardDeviation(9), f.Volume.Sma(7), f.Close.Ema(9), f.Close.Rsi(5), f.Volume.Rank(30), f.Return(1).ExpandingZScore(), f.Close.Log().FractionalDifference(0.4, 20), f.Return(1).Sign().Abs()]),
        ("interactions", f => [f.Interactions(f.Return(2), f.Rsi(7), f.Volatility(9))]),
        ("catalog", f => [f.Catalog("MACD(12,26,9)", "signal"), f.Catalog("ADX(14)"), f.Return(1).Catalog("HMA(9)"), f.On(Timeframe.FiveMinutes).Catalog("AO"), f.Catalog("Bollinger", "upper") - f.Close]),
        ("own indicators", f => [f.Close.Apply(name => $"own({name},2)", () => new StandardDeviation(2)), f.Indicator("own atr", () => new TradeBot.Indicators.Volatility.Atr(5)), f.On(Timeframe.FiveMinutes).Close.Apply(name => $"own({name},3)", () => new StandardDeviation(3)) / f.Close]),
        ("from series", f => [f.FromSeries("middle", s => [.. Enumerable.Range(0, s.Count).Select(i => (s.High[i] + s.Low[i]) / 2)]), f.On(Timeframe.FiveMinutes).FromSeries("closes", s => s.Close.ToArray()).Ema(3) / f.Close]),
        ("longer", f => [f.On(Timeframe.FiveMinutes).Close / f.Close, (f.On(Timeframe.FiveMinutes).High - f.On(Timeframe.FiveMinutes).Low).Sma(3) * 2, 1 - f.On(Timeframe.OneHour).Rsi(5), f.On(Timeframe.OneHour).Close / f.On(Timeframe.OneDay).Close, (f.On(Timeframe.OneHour).Close / f.Close).Lag(2)]),
        ("other symbol", f => [f.Of(Other).Return(1) - f.Return(1), f.Of(Other).On(Timeframe.FiveMinutes).Rsi(5), f.Of(Other).Close.Ema(20), (f.Of(Other).Close / f.Of(Other).Open).Lag(3), f.Of(Other).Close / 2, f.Of(Other.Resample(Timeframe.FiveMinutes)).Close.Return(2), f.Of(Other).FromSeries("closes", s => s.Close.ToArray())]),
    ];

    private static string Hash(double[][] columns)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (double[] column in columns)
        {
            double[] quiet = Array.ConvertAll(column, value => double.IsNaN(value) ? double.NaN : value); // the sign of a NaN says nothing
            hash.AppendData(MemoryMarshal.AsBytes(quiet.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
