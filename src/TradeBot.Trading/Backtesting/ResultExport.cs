using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace TradeBot.Trading;

/// <summary>Writes a result as files that other programs read.</summary>
internal static class ResultExport
{
    private const string ManifestFile = "manifest.json";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(BacktestResult result, string folder, ExportFormat format)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (format == ExportFormat.Json)
        {
            string file = Path.Combine(folder, "result.json");
            if (File.Exists(file) && !HasField(file, "manifest"))
                throw NotOurs(file);
            AtomicFile.Write(file, stream => WriteJson(stream, result));
            return;
        }

        ExportTable[] tables = [.. ExportTable.Of(result)];
        RequireOurs(folder, tables);
        foreach (ExportTable table in tables)
            AtomicFile.Write(Path.Combine(folder, table.Name + ".csv"), stream => WriteCsv(stream, table));
        AtomicFile.Write(Path.Combine(folder, ManifestFile), stream => stream.Write(Utf8.GetBytes(result.Manifest.ToJson() + "\n")));
    }

    /// <summary>Refuses to replace what no export wrote: nothing is written then.</summary>
    /// <exception cref="IOException">A file of a table's name is another's.</exception>
    private static void RequireOurs(string folder, ExportTable[] tables)
    {
        string manifest = Path.Combine(folder, ManifestFile);
        if (File.Exists(manifest))
        {
            if (!HasField(manifest, "resultHash"))
                throw NotOurs(manifest);
            return; // of an earlier export, whose tables are replaced
        }

        // An export that was ended before its manifest left tables, which begin as these do.
        foreach (ExportTable table in tables)
        {
            string file = Path.Combine(folder, table.Name + ".csv");
            if (File.Exists(file) && File.ReadLines(file).FirstOrDefault() != string.Join(',', table.Columns))
                throw NotOurs(file);
        }
    }

    private static bool HasField(string file, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out _);
        }
        catch (JsonException)
        {
            return false; // no export wrote it
        }
    }

    private static IOException NotOurs(string file) =>
        new($"'{file}' is there already, and no backtest wrote it: choose another folder, or move the file. Nothing was written.");

    private static void WriteCsv(Stream stream, ExportTable table)
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        foreach (object?[] row in table.Rows.Prepend(table.Columns))
        {
            foreach (object? field in row)
                csv.WriteField(Text(field));
            csv.EndRecord();
        }
    }

    private static void WriteJson(Stream stream, BacktestResult result)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false });
        json.WriteStartObject();
        json.WritePropertyName("manifest");
        json.WriteRawValue(result.Manifest.ToJson());
        foreach (ExportTable table in ExportTable.Of(result))
        {
            json.WriteStartObject(table.Name);
            json.WriteStartArray("columns");
            foreach (string column in table.Columns)
                json.WriteStringValue(column);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (object?[] row in table.Rows)
            {
                json.WriteStartArray();
                foreach (object? field in row)
                    WriteValue(json, field);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case null or double.NaN:
                json.WriteNullValue();
                break;
            case string or DateTime or double.PositiveInfinity or double.NegativeInfinity:
                json.WriteStringValue(Text(value));
                break;
            default:
                json.WriteRawValue(Text(value));
                break;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "1" : "0",
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}

/// <summary>In which form a result is written.</summary>
public enum ExportFormat
{
    /// <summary>A CSV file for each table, and the manifest as JSON.</summary>
    Csv,

    /// <summary>One JSON file that holds the manifest and every table.</summary>
    Json,
}
