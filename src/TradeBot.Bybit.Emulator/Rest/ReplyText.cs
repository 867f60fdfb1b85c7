using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>Answers in the exchange's envelope.</summary>
internal static class ReplyText
{
    private static readonly JsonWriterOptions s_trusted = new() { SkipValidation = true };

    public static byte[] Of<T>(T result, JsonTypeInfo<Reply<T>> type, long now)
        where T : class => JsonSerializer.SerializeToUtf8Bytes(new Reply<T>(RetCodes.Success, "OK", result, Empty(), now), type);

    public static byte[] Error(int code, string message, long now) =>
        JsonSerializer.SerializeToUtf8Bytes(new Reply<NoResult>(code, message, new NoResult(), Empty(), now), WireContext.Default.ReplyNoResult);

    /// <summary>A page of candles, newest first.</summary>
    /// <param name="category">As the exchange spells it.</param>
    /// <param name="symbol">Whose candles.</param>
    /// <param name="series">All candles of a timeframe.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="prices">What to write of each; five columns when it has no volume.</param>
    /// <param name="repeatedRow">A position that is written twice; -1 for none.</param>
    /// <param name="now">The exchange's clock.</param>
    public static ArrayBufferWriter<byte> Klines(
        string category, EmulatedSymbol symbol, CandleSeries series, Range rows, Func<Candle, Candle>? prices, int repeatedRow, long now)
    {
        (int start, int count) = rows.GetOffsetAndLength(series.Count);
        var buffer = new ArrayBufferWriter<byte>(256 + count * 100);
        using var json = new Utf8JsonWriter(buffer, s_trusted);
        json.WriteStartObject();
        json.WriteNumber("retCode", 0);
        json.WriteString("retMsg", "OK");
        json.WriteStartObject("result");
        json.WriteString("symbol", symbol.Name);
        json.WriteString("category", category);
        json.WriteStartArray("list");
        for (int i = start + count - 1; i >= start; i--)
        {
            Candle candle = symbol.At(series, i, now);
            WriteRow(json, series.OpenTimes[i], prices is null ? candle : prices(candle), prices is null);
            if (i == start + repeatedRow)
                WriteRow(json, series.OpenTimes[i], prices is null ? candle : prices(candle), prices is null);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("retExtInfo");
        json.WriteEndObject();
        json.WriteNumber("time", now);
        json.WriteEndObject();
        return buffer;
    }

    /// <summary>The shortest text that reads back as the number, never with an exponent.</summary>
    public static bool TryFormat(double value, Span<char> text, out int written) =>
        Math.Abs(value) is 0 or >= 1e-4 and < 1e15
            ? value.TryFormat(text, out written, default, CultureInfo.InvariantCulture)
            : decimal.Parse(value.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).TryFormat(text, out written, default, CultureInfo.InvariantCulture);

    private static void WriteRow(Utf8JsonWriter json, long start, Candle candle, bool isTraded)
    {
        Span<char> text = stackalloc char[64];
        json.WriteStartArray();
        start.TryFormat(text, out int written, default, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..written]);
        Write(candle.Open, text);
        Write(candle.High, text);
        Write(candle.Low, text);
        Write(candle.Close, text);
        if (isTraded)
        {
            Write(candle.Volume, text);
            Write(double.IsNaN(candle.Turnover) ? 0 : candle.Turnover, text);
        }

        json.WriteEndArray();

        void Write(double value, Span<char> buffer)
        {
            TryFormat(value, buffer, out int length);
            json.WriteStringValue(buffer[..length]);
        }
    }

    private static JsonElement Empty() => JsonDocument.Parse("{}").RootElement;
}
