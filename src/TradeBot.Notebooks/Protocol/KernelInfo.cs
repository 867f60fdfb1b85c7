using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    public static JsonObject Content() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "tradebot",
        ["implementation_version"] = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3),
        ["banner"] = "C# on " + System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        ["help_links"] = new JsonArray(),
        ["debugger"] = false,
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
            ["version"] = "14.0",
        },
    };
}
