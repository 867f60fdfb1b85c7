using System.IO.Compression;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>The library that draws charts on a page: plotly.js in its bundle for finance, MIT licence.</summary>
internal static class ChartLibrary
{
    /// <summary>The MIME type of what it draws.</summary>
    public const string MimeType = "application/vnd.plotly.v1+json";

    private static readonly HashSet<string> Traces = new(StringComparer.Ordinal)
    {
        "bar", "candlestick", "funnel", "funnelarea", "histogram", "indicator", "ohlc", "pie", "scatter", "waterfall",
    };

    private static readonly Lazy<byte[]> Bytes = new(() => PageResource.Bytes("plotly-finance.min.js.gz"));
    private static readonly Lazy<string> PackedText = new(() => Convert.ToBase64String(Bytes.Value));
    private static readonly Lazy<string> SourceText = new(Unpack);

    /// <summary>The script as base64 of gzip, a third of its size.</summary>
    public static string Packed => PackedText.Value;

    /// <summary>The script.</summary>
    public static string Source => SourceText.Value;

    /// <summary>True for a figure whose traces are all of kinds that the bundle has; it has no heat maps, maps or volumes.</summary>
    public static bool Draws(JsonNode? figure) =>
        figure is JsonObject { } parts && parts["data"] is JsonArray { Count: > 0 } traces
        && traces.All(trace => trace is JsonObject fields && Traces.Contains(fields["type"]?.ToString() ?? "scatter"));

    private static string Unpack()
    {
        using var stream = new GZipStream(new MemoryStream(Bytes.Value), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
