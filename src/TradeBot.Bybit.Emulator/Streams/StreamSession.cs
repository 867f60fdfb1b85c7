using System.Globalization;
using System.Net.WebSockets;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Rest;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>One socket: its subscriptions, and what goes wrong with its messages.</summary>
internal sealed class StreamSession(
    WebSocket socket, string name, BybitCategory category, EmulatorOptions options, EmulatedMarket market, Action countFault) : IDisposable
{
    private const int SpotTopicsPerRequest = 10, SilentAfterAtMost = 60;

    private static readonly int[] s_depths = [1, 50, 200, 1000];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ITopicFeed> _feeds = [];
    private readonly SocketLine _line = new(socket);
    private readonly FaultScenario _faults = options.Faults;
    private byte[]? _held;
    private int _messages;
    private int _silentAfter;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Two of three connections may go silent, so that a client that reconnects succeeds in the end.
        int number = int.Parse(name, CultureInfo.InvariantCulture);
        bool fallsSilent = number % 3 != 0 && FaultDice.Roll(_faults.Seed, "silence", number) < _faults.Silence;
        _silentAfter = fallsSilent ? 1 + (int)(FaultDice.Roll(_faults.Seed, name, 7) * SilentAfterAtMost) : int.MaxValue;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task pushing = PushAsync(stop.Token);
        try
        {
            await ReceiveAsync(stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await pushing;
            socket.Abort();
        }
    }

    public void Dispose() => _line.Dispose();

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _line.ReceiveAsync(cancellationToken) is { } text)
                await AnswerAsync(SocketRequest.Read(text), cancellationToken);
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // The client has gone, or a fault or the end of the exchange has cut the socket.
        }
    }

    private Task AnswerAsync(SocketRequest request, CancellationToken cancellationToken)
    {
        string? problem = null;
        switch (request.Operation)
        {
            case var _ when !request.HasScalarId:
                problem = "error:req_id invalid";
                break;
            case "ping":
                return _messages >= _silentAfter ? Task.CompletedTask : _line.SendAsync(PushText.Answer(true, "pong", name, request), cancellationToken);
            case "subscribe":
                problem = Subscribe(request.Topics);
                break;
            case "unsubscribe":
                lock (_gate)
                {
                    foreach (string topic in request.Topics)
                        _feeds.Remove(topic);
                }

                break;
            default:
                problem = $"error:request not supported: {request.Operation}";
                break;
        }

        return _line.SendAsync(PushText.Answer(problem is null, problem ?? "", name, request), cancellationToken);
    }

    private string? Subscribe(IReadOnlyList<string> topics)
    {
        if (topics.Count == 0)
            return "error:args is empty";
        if (category == BybitCategory.Spot && topics.Count > SpotTopicsPerRequest)
            return $"args size >{SpotTopicsPerRequest}";

        lock (_gate)
        {
            foreach (string topic in topics)
            {
                if (FeedOf(topic) is not { } feed)
                    return $"error:handler not found,topic:{topic}";
                _feeds[topic] = feed;
            }
        }

        return null;
    }

    private ITopicFeed? FeedOf(string topic)
    {
        string[] parts = topic.Split('.');
        EmulatedSymbol? symbol = market.Find(parts[^1]);
        return (symbol, parts) switch
        {
            ({ } known, ["kline", var interval, _]) when WireNames.TimeframeOf(interval) is { } timeframe && known.Has(timeframe) => new KlineFeed(topic, known, timeframe, market.Clock.Now),
            ({ } known, ["publicTrade", _]) => new TradeFeed(topic, known, market.Clock.Now),
            ({ } known, ["tickers", _]) => new TickerFeed(topic, known, category),
            ({ } known, ["orderbook", var depth, _]) when int.TryParse(depth, NumberStyles.None, CultureInfo.InvariantCulture, out int levels) && s_depths.Contains(levels)
                => new BookFeed(topic, known, levels, _faults),
            _ => null,
        };
    }

    private async Task PushAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(options.PushInterval, options.Clock);
            do
            {
                ITopicFeed[] feeds;
                lock (_gate)
                    feeds = [.. _feeds.Values];
                long now = market.Clock.Now;
                foreach (ITopicFeed feed in feeds)
                {
                    foreach (byte[] message in feed.Poll(now))
                        await PushAsync(message, cancellationToken);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // As above: the receiving side ends too.
        }
    }

    private async Task PushAsync(byte[] message, CancellationToken cancellationToken)
    {
        double roll = FaultDice.Roll(_faults.Seed, name, ++_messages);
        if (_messages > _silentAfter || Falls(_faults.Lost))
            return;
        if (Falls(_faults.SocketDrop))
        {
            socket.Abort();
            return;
        }

        if (Falls(_faults.Reorder) && _held is null)
        {
            _held = message;
            return;
        }

        await _line.SendAsync(message, cancellationToken);
        if (Falls(_faults.Duplicate))
            await _line.SendAsync(message, cancellationToken);
        if (_held is { } late)
        {
            _held = null;
            await _line.SendAsync(late, cancellationToken);
        }

        bool Falls(double probability)
        {
            bool falls = roll >= 0 && roll < probability;
            roll -= probability;
            if (falls)
                countFault();
            return falls;
        }
    }
}
