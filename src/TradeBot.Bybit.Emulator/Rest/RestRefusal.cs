namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>A request that is answered with an error code.</summary>
internal sealed class RestRefusal(string message, int code = 10001) : Exception(message)
{
    public int Code { get; } = code;
}
