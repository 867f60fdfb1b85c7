using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.Learning.Tests;

/// <summary>Features of real candles with what scikit-learn makes of them.</summary>
internal static class ReferenceData
{
    private static readonly string[] Features = ["r1", "r6", "r24", "vol24", "range", "volz"];

    public static JsonElement Expected()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("reference", "ml", "expected.json")));
        return document.RootElement.Clone();
    }

    public static Dataset Load()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.Shared("reference", "ml", "features.csv.gz")), CompressionMode.Decompress));
        string[] header = reader.ReadLine()!.Split(',');
        string[][] rows = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(','))];
        return Dataset.FromColumns(Features, [.. Features.Select(Column)], Column("y_up"), returns: Column("y_next"));

        double[] Column(string name)
        {
            int index = Array.IndexOf(header, name);
            return [.. rows.Select(row => double.Parse(row[index], CultureInfo.InvariantCulture))];
        }
    }
}
