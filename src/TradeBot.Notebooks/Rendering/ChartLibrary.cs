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

    public static PackedScript Script { get; } = new("plotly-finance.min.js.gz");

    /// <summary>True for a figure whose traces are all of kinds that the bundle has; it has no heat maps, maps or volumes.</summary>
    public static bool Draws(JsonNode? figure) =>
        figure is JsonObject { } parts && parts["data"] is JsonArray { Count: > 0 } traces
        && traces.All(trace => trace is JsonObject fields && Traces.Contains(fields["type"]?.ToString() ?? "scatter"));
}
