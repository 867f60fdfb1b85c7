using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Rest;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>Accepts sockets on /v5/public/{category}, and passes on those of the account.</summary>
internal sealed class StreamApi(EmulatorOptions options, EmulatedMarket market, PrivateHub hub) : IDisposable
{
    private const string Root = "/v5/public/";

    private readonly CancellationTokenSource _stop = new();
    private long _connections, _faults;

    public long Connections => Interlocked.Read(ref _connections) + hub.Connections;

    public long Faults => Interlocked.Read(ref _faults);

    public async Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "";
        if (hub.Serves(path))
        {
            await hub.HandleAsync(context, _stop.Token);
            return;
        }

        if (!path.StartsWith(Root, StringComparison.Ordinal) || WireNames.CategoryOf(path[Root.Length..]) is not { } category || !market.Categories.Contains(category))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        long number = Interlocked.Increment(ref _connections);
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        string name = number.ToString(CultureInfo.InvariantCulture);
        using var session = new StreamSession(socket, name, category, options, market, () => Interlocked.Increment(ref _faults));
        await session.RunAsync(_stop.Token);
    }

    /// <summary>Cuts every socket.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();
}
