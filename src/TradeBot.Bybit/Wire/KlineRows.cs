using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeBot.Exchanges.Wire;

/// <summary>Candles as in a page, newest first, stored as columns: start, open, high, low, close and, if given, volume and turnover.</summary>
[JsonConverter(typeof(KlineRowsConverter))]
internal sealed class KlineRows
{
    /// <summary>Columns of a price candle: start, open, high, low, close.</summary>
    public const int PriceWidth = 5;

    /// <summary>Columns of a traded candle: the same plus volume and turnover.</summary>
    public const int TradedWidth = 7;

    private long[] _starts = new long[16];
    private double[] _values = new double[16 * (TradedWidth - 1)];

    public int Count { get; private set; }

    /// <summary>Number of columns per row: 5 or 7.</summary>
    public int Width { get; private set; }

    /// <summary>Open time of a row, in milliseconds since 1970-01-01 UTC.</summary>
    public long StartAt(int row) => _starts[row];

    /// <summary>A value of a row; column 1 is the open, 6 the turnover.</summary>
    public double ValueAt(int row, int column) => _values[row * (TradedWidth - 1) + column - 1];

    internal void Add(long start, ReadOnlySpan<double> values)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, 4 * Count);
            Array.Resize(ref _values, 4 * Count * (TradedWidth - 1));
        }

        if (Count > 0 && Width != values.Length + 1)
            throw new JsonException($"Row {Count} has {values.Length + 1} columns, the ones before have {Width}.");
        Width = values.Length + 1;
        _starts[Count] = start;
        values.CopyTo(_values.AsSpan(Count * (TradedWidth - 1)));
        Count++;
    }
}

/// <summary>Reads text rows directly into columns, without creating strings for numbers.</summary>
internal sealed class KlineRowsConverter : JsonConverter<KlineRows>
{
    public override KlineRows Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var rows = new KlineRows();
        Span<double> values = stackalloc double[KlineRows.TradedWidth - 1];
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            Expect(ref reader, JsonTokenType.String);
            if (!long.TryParse(reader.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long start))
                throw Unreadable(ref reader, "a time in milliseconds");

            int width = ReadValues(ref reader, values);
            rows.Add(start, values[..width]);
        }

        Expect(ref reader, JsonTokenType.EndArray);
        return rows;
    }

    public override void Write(Utf8JsonWriter writer, KlineRows value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (int row = 0; row < value.Count; row++)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(value.StartAt(row).ToString(CultureInfo.InvariantCulture));
            for (int column = 1; column < value.Width; column++)
                writer.WriteStringValue(value.ValueAt(row, column).ToString(CultureInfo.InvariantCulture));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static int ReadValues(ref Utf8JsonReader reader, scoped Span<double> values)
    {
        int width = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (width == values.Length)
                throw new JsonException($"A candle has more than {KlineRows.TradedWidth} columns.");
            if (!double.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out values[width]) || !double.IsFinite(values[width++]))
                throw Unreadable(ref reader, "a number");
        }

        Expect(ref reader, JsonTokenType.EndArray);
        return width is KlineRows.PriceWidth - 1 or KlineRows.TradedWidth - 1
            ? width
            : throw new JsonException($"A candle has {width + 1} columns; expected {KlineRows.PriceWidth} or {KlineRows.TradedWidth}.");
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
            throw new JsonException($"Expected {type}, got {reader.TokenType}.");
    }

    private static JsonException Unreadable(ref Utf8JsonReader reader, string expected) =>
        new($"Expected {expected}, got \"{Encoding.UTF8.GetString(reader.ValueSpan)}\".");
}
