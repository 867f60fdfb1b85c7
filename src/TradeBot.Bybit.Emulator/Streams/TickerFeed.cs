using System.Text.Json;
using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>A ticker: whole at first and always for coins, then for contracts only the fields that changed.</summary>
internal sealed class TickerFeed(string topic, EmulatedSymbol symbol, BybitCategory category) : ITopicFeed
{
    private JsonObject? _sent;

    public IEnumerable<byte[]> Poll(long now)
    {
        JsonObject row = (JsonObject)JsonSerializer.SerializeToNode(MarketRows.Ticker(symbol, category, now), WireContext.Default.TickerRow)!;
        bool isWhole = _sent is null || category == BybitCategory.Spot;
        JsonObject data = isWhole ? row : Changes(row);
        bool isNews = !JsonNode.DeepEquals(_sent, row);
        _sent = row;
        if (isNews)
            yield return PushText.Of(topic, isWhole ? "snapshot" : "delta", JsonSerializer.SerializeToElement(data, TickerContext.Default.JsonObject), TickerContext.Default.JsonElement, now);
    }

    private JsonObject Changes(JsonObject row)
    {
        var changes = new JsonObject { ["symbol"] = symbol.Name };
        foreach ((string name, JsonNode? value) in row)
        {
            if (!JsonNode.DeepEquals(value, _sent![name]))
                changes[name] = value?.DeepClone();
        }

        return changes;
    }
}
