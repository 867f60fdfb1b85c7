using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Emulator.Matching;
using TradeBot.Exchanges.Emulator.Private;
using TradeBot.Exchanges.Emulator.Rest;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>Accepts sockets on /v5/private and /v5/trade, and hands the news to those that listen.</summary>
internal sealed class PrivateHub
{
    public const string PrivatePath = "/v5/private", TradePath = "/v5/trade";

    private readonly Lock _gate = new();
    private readonly List<PrivateSession> _sessions = [];
    private readonly TradingEngine _engine;
    private readonly AccountApi _api;
    private readonly SignatureGate _signatures;
    private readonly EmulatorOptions _options;
    private long _connections;

    public PrivateHub(TradingEngine engine, AccountApi api, SignatureGate signatures, EmulatorOptions options)
    {
        (_engine, _api, _signatures, _options) = (engine, api, signatures, options);
        engine.Told += Tell;
    }

    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>Whether a path is one of these; a demo account has no order entry.</summary>
    public bool Serves(string path) => path == PrivatePath || (path == TradePath && !_options.Account.IsDemo);

    public async Task HandleAsync(HttpContext context, CancellationToken cancellationToken)
    {
        long number = Interlocked.Increment(ref _connections);
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        if (context.Request.Path.Value == TradePath)
        {
            using var trade = new TradeSession(
                socket, "trade-" + number.ToString(CultureInfo.InvariantCulture), _signatures, _engine, _api, _options, context.Connection.RemoteIpAddress);
            await trade.RunAsync(cancellationToken);
            return;
        }

        using var session = new PrivateSession(socket, number, _signatures, _engine, context.Connection.RemoteIpAddress);
        lock (_gate)
            _sessions.Add(session);
        try
        {
            await session.RunAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
                _sessions.Remove(session);
        }
    }

    /// <summary>Cuts every private stream that is open.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            foreach (PrivateSession session in _sessions)
                session.Cut();
        }
    }

    private void Tell(IReadOnlyList<News> news)
    {
        lock (_gate)
        {
            foreach (PrivateSession session in _sessions)
                session.Hear(news);
        }
    }
}
