using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Indicators.Tests.References;

/// <summary>Numbers that other libraries computed, and the candles they computed them from.</summary>
internal static class Reference
{
    /// <summary>Candles and outputs of TA-Lib, by column.</summary>
    public static (CandleSeries Candles, Func<string, double[]> Column) Talib()
    {
        using var file = new StreamReader(new GZipStream(
            File.OpenRead(Repository.Shared("reference", "talib", "BTCUSDT_1h_2023-01_talib.csv.gz")), CompressionMode.Decompress));
        string[] names = file.ReadLine()!.Split(',');
        string[][] rows = [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split(','))];
        double[] Column(string name) => [.. rows.Select(row => Parse(row[Array.IndexOf(names, name)]))];
        return (Series(Column("open"), Column("high"), Column("low"), Column("close"), Column("volume")), Column);
    }

    /// <summary>Candles and one field of the output of Skender's library.</summary>
    public static (CandleSeries Candles, double[] Field) Skender(string file, string field)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Repository.Shared("reference", "skender", file + ".json")));
        double[] values = [.. json.RootElement.EnumerateArray().Select(x =>
            x.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN)];
        string[][] rows = [.. File.ReadAllLines(Repository.Shared("reference", "skender", "quotes_default.csv")).Skip(1).Select(x => x.Split(','))];
        double[] Column(int index) => [.. rows.Select(row => Parse(row[index]))];
        return (Series(Column(1), Column(2), Column(3), Column(4), Column(5)), values);
    }

    /// <summary>Inputs and outputs, one after the other, of Tulip's indicator; outputs are rounded to three decimals.</summary>
    public static double[][] Tulip(string indicator)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Repository.Shared("reference", "tulip", "untest.json")));
        JsonElement entry = json.RootElement.EnumerateArray().First(x => x.GetProperty("indicator").GetString() == indicator);
        return [.. entry.GetProperty("arrays").EnumerateArray().Select(a => a.EnumerateArray().Select(x => x.GetDouble()).ToArray())];
    }

    /// <summary>A series of hourly candles over columns.</summary>
    public static CandleSeries Series(double[] open, double[] high, double[] low, double[] close, double[] volume) => new(
        "REF", Timeframe.OneHour, Enumerable.Range(0, close.Length).Select(i => i * 3_600_000L).ToArray(), open, high, low, close, volume);

    private static double Parse(string text) =>
        text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
