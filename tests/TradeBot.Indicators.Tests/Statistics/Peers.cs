using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Indicators.Tests;

/// <summary>Numbers that TA-Lib, Skender's library and Tulip computed, and the candles they computed them from.</summary>
internal static class Peers
{
    private const double Tolerance = 1e-9;

    /// <summary>Compares an output with a column of TA-Lib on hourly BTCUSDT.</summary>
    /// <param name="indicator">As the catalog reads it.</param>
    /// <param name="output">Name of the output.</param>
    /// <param name="column">TA-Lib's.</param>
    /// <param name="settled">Rows to pass over where the two start from different values and converge.</param>
    public static void AgreeWithTalib(string indicator, string output, string column, int settled = 0)
    {
        Dictionary<string, double[]> table = ReadTalib();
        AssertClose(table[column], Compute(indicator, output, ToSeries(table)), settled, Tolerance);
    }

    /// <summary>Columns of TA-Lib's table: the candles and each result.</summary>
    public static Dictionary<string, double[]> ReadTalib()
    {
        using var file = new StreamReader(new GZipStream(
            File.OpenRead(Repository.Shared("reference", "talib", "BTCUSDT_1h_2023-01_talib.csv.gz")), CompressionMode.Decompress));
        string[] names = file.ReadLine()!.Split(',');
        string[][] rows = [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x.TrimEnd('\r').Split(','))];
        return names.Select((name, k) => (name, k)).Skip(1).ToDictionary(x => x.name, x => rows.Select(row => Parse(row[x.k])).ToArray());
    }

    /// <summary>Compares an output with a field of Skender's results on daily quotes.</summary>
    /// <remarks>Passes over the first <c>settled</c> rows; where Skender's library is <c>later</c> than ours by some rows, compares those.</remarks>
    public static void AgreeWithSkender(string indicator, string output, string file, string field, int settled = 0, int later = 0)
    {
        double[] expected = ReadSkender(file, field);
        double[] actual = Compute(indicator, output, SkenderQuotes());
        AssertClose(expected[later..], actual[..^later], settled, Tolerance);
    }

    public static double[] ReadSkender(string file, string field)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Repository.Shared("reference", "skender", file + ".json")));
        return [.. json.RootElement.EnumerateArray().Select(x =>
            x.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN)];
    }

    public static CandleSeries SkenderQuotes()
    {
        string[][] rows = [.. File.ReadAllLines(Repository.Shared("reference", "skender", "quotes_default.csv")).Skip(1).Select(x => x.Split(','))];
        string[] names = ["open", "high", "low", "close", "volume"];
        return ToSeries(names.Select((name, k) => (name, k)).ToDictionary(x => x.name, x => rows.Select(row => Parse(row[x.k + 1])).ToArray()));
    }

    /// <summary>Compares an output with a vector of Tulip, which is rounded to three decimals.</summary>
    /// <param name="indicator">As the catalog reads it.</param>
    /// <param name="output">Name of the output.</param>
    /// <param name="name">Tulip's.</param>
    /// <param name="inputs">Which columns Tulip's inputs are, in their order.</param>
    /// <param name="result">Which of Tulip's outputs.</param>
    public static void AgreeWithTulip(string indicator, string output, string name, string inputs, int result = 0)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Repository.Shared("reference", "tulip", "untest.json")));
        JsonElement entry = json.RootElement.EnumerateArray().First(x => x.GetProperty("indicator").GetString() == name);
        double[][] arrays = [.. entry.GetProperty("arrays").EnumerateArray().Select(a => a.EnumerateArray().Select(x => x.GetDouble()).ToArray())];
        string[] columns = inputs.Split(' ');
        double[] expected = arrays[columns.Length + result];
        int count = arrays[0].Length;

        var table = new Dictionary<string, double[]>();
        foreach (string column in (string[])["open", "high", "low", "close", "volume"])
        {
            int at = Array.IndexOf(columns, column);
            table[column] = at >= 0 ? arrays[at] : arrays[0];
        }

        double[] actual = Compute(indicator, output, ToSeries(table));
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            double ours = actual[count - expected.Length + i];
            Assert.True(Math.Abs(ours - expected[i]) <= 6e-4 + Tolerance * scale, $"Row {i}: expected {expected[i]:R}, got {ours:R}.");
        }
    }

    public static void AssertClose(double[] expected, double[] actual, int settled, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.Contains(expected[settled..], double.IsFinite);
        for (int i = settled; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]))
                Assert.True(double.IsNaN(actual[i]), $"Row {i}: expected no value, got {actual[i]:R}.");
            else
                Assert.True(Math.Abs(actual[i] - expected[i]) <= tolerance * Math.Abs(expected[i]), $"Row {i}: expected {expected[i]:R}, got {actual[i]:R}.");
        }
    }

    private static double[] Compute(string text, string output, CandleSeries candles)
    {
        Indicator indicator = IndicatorCatalog.Parse(text);
        int index = indicator.Definition.Outputs.TakeWhile(o => o.Name != output).Count();
        return indicator.Compute(candles)[index];
    }

    private static CandleSeries ToSeries(Dictionary<string, double[]> table) => new(
        "PEER", Timeframe.OneHour, Enumerable.Range(0, table["close"].Length).Select(i => 3_600_000L * i).ToArray(),
        table["open"], table["high"], table["low"], table["close"], table["volume"]);

    private static double Parse(string text) =>
        text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
