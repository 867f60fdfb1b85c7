using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Momentum;
using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Volatility;
using TradeBot.Testing;

namespace TradeBot.Indicators.Tests;

/// <summary>Agreement with numbers that TA-Lib and Skender's library computed.</summary>
public class ReferenceTests
{
    private const double Tolerance = 1e-9;

    [SkippableTheory]
    [InlineData("SMA_20")]
    [InlineData("EMA_20")]
    [InlineData("RSI_14")]
    [InlineData("STDDEV_20_1")]
    [InlineData("ATR_14")]
    [InlineData("BBANDS_20_2_2_SMA.upperBand")]
    [InlineData("BBANDS_20_2_2_SMA.lowerBand")]
    public void Agrees_with_talib(string column)
    {
        using var file = new StreamReader(new GZipStream(
            File.OpenRead(Repository.Shared("reference", "talib", "BTCUSDT_1h_2023-01_talib.csv.gz")), CompressionMode.Decompress));
        string[] names = file.ReadLine()!.Split(',');
        string[][] rows = [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split(','))];
        double[] Column(string name) => [.. rows.Select(row => Parse(row[Array.IndexOf(names, name)]))];

        double[] actual = Compute(column, Column("high"), Column("low"), Column("close"));
        AssertClose(Column(column), actual);
    }

    [SkippableTheory]
    [InlineData("sma", "sma", "SMA_20")]
    [InlineData("ema", "ema", "EMA_20")]
    [InlineData("rsi", "rsi", "RSI_14")]
    [InlineData("atr", "atr", "ATR_14")]
    [InlineData("bb", "upperBand", "BBANDS_20_2_2_SMA.upperBand")]
    [InlineData("bb", "lowerBand", "BBANDS_20_2_2_SMA.lowerBand")]
    public void Agrees_with_skender(string file, string field, string column)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Repository.Shared("reference", "skender", file + ".json")));
        double[] expected = [.. json.RootElement.EnumerateArray().Select(x =>
            x.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN)];

        string[][] rows = [.. File.ReadAllLines(Repository.Shared("reference", "skender", "quotes_default.csv")).Skip(1).Select(x => x.Split(','))];
        double[] Column(int index) => [.. rows.Select(row => Parse(row[index]))];
        AssertClose(expected, Compute(column, Column(2), Column(3), Column(4)));
    }

    private static double[] Compute(string column, double[] high, double[] low, double[] close)
    {
        double[] result = new double[close.Length], lower = new double[close.Length], middle = new double[close.Length];
        switch (column)
        {
            case "SMA_20":
                Sma.Compute(close, 20, result);
                break;
            case "EMA_20":
                Ema.Compute(close, 20, result);
                break;
            case "RSI_14":
                Rsi.Compute(close, 14, result);
                break;
            case "STDDEV_20_1":
                StandardDeviation.Compute(close, 20, result);
                break;
            case "ATR_14":
                var atr = new Atr(14);
                for (int i = 0; i < close.Length; i++)
                    result[i] = atr.Update(high[i], low[i], close[i]);
                break;
            case "BBANDS_20_2_2_SMA.upperBand":
                BollingerBands.Compute(close, 20, 2, lower, middle, result);
                break;
            case "BBANDS_20_2_2_SMA.lowerBand":
                BollingerBands.Compute(close, 20, 2, result, middle, lower);
                break;
            default:
                throw new ArgumentException($"No indicator stands for {column}.", nameof(column));
        }

        return result;
    }

    private static double Parse(string text) =>
        text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.Contains(expected, double.IsFinite);
        for (int i = 0; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]))
                Assert.True(double.IsNaN(actual[i]), $"Row {i}: expected no value, got {actual[i]:R}.");
            else
                Assert.True(Math.Abs(actual[i] - expected[i]) <= Tolerance * Math.Abs(expected[i]), $"Row {i}: expected {expected[i]:R}, got {actual[i]:R}.");
        }
    }
}
