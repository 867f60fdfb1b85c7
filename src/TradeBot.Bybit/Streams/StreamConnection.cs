using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Streams;

/// <summary>A persistent connection: sends heartbeats, detects a dead peer, reconnects and resubscribes.</summary>
internal sealed class StreamConnection(
    BybitOptions options, BybitCategory category, IReadOnlyList<string> topics, ChannelWriter<StreamEvent> events, StreamNotices notices, int number) : IDisposable
{
    private const int FirstLength = 64 * 1024, LongestLength = 16 * 1024 * 1024, AttemptsAtNobody = 3, MostUnreadable = 20;

    private readonly Uri _address = new(options.StreamAddress, WireNames.Of(category));
    private readonly Backoff _backoff = new(options.Resilience, options.Resilience.Seed + number);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private ClientWebSocket? _socket;
    private bool _hasConnected;
    private int _requests, _unreadable;
    private long _lastHeard;

    public IReadOnlyList<string> Topics => topics;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="BybitException">The exchange refuses a topic, or was never reachable.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            long begun = options.Clock.GetTimestamp();
            try
            {
                await ConnectedAsync(cancellationToken);
            }
            catch (Exception broken) when (broken is WebSocketException or HttpRequestException or TimeoutException
                || broken is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                if (!_hasConnected && attempt >= AttemptsAtNobody)
                    throw new BybitException(
                        $"{_address.GetLeftPart(UriPartial.Authority)} cannot be reached ({(broken.InnerException ?? broken).Message}): check the address and the network, or start a local exchange with \"tradebot exchange\".",
                        BybitFault.Retryable, innerException: broken);
            }

            await Task.Delay(_backoff.Next(options.Clock.GetElapsedTime(begun)), options.Clock, cancellationToken);
        }
    }

    /// <summary>Resubscribes to a topic, which sends a new snapshot.</summary>
    public async Task ResubscribeAsync(string topic, CancellationToken cancellationToken)
    {
        if (_socket is not { State: WebSocketState.Open } socket)
            return; // it is being reconnected, and all topics with it
        try
        {
            await SendAsync(socket, "unsubscribe", [topic], cancellationToken);
            await SendAsync(socket, "subscribe", [topic], cancellationToken);
        }
        catch (WebSocketException)
        {
            socket.Abort(); // the receiving side notices and reconnects
        }
    }

    public void Dispose() => _sending.Dispose();

    private async Task ConnectedAsync(CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero; // the exchange has its own heartbeat
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using (var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            late.CancelAfter(options.Resilience.Timeout);
            await socket.ConnectAsync(_address, late.Token);
        }

        _hasConnected = true;
        _lastHeard = options.Clock.GetTimestamp();
        _socket = socket;
        Task heartbeat = HeartbeatAsync(socket, stop.Token);
        try
        {
            int unanswered = 0;
            foreach (string[] part in TopicSplit.OverRequests(topics, category))
            {
                await SendAsync(socket, "subscribe", part, cancellationToken);
                unanswered++;
            }

            await ReceiveAsync(socket, unanswered, cancellationToken);
        }
        finally
        {
            _socket = null;
            await stop.CancelAsync();
            await heartbeat;
            socket.Abort();
        }
    }

    private async Task ReceiveAsync(ClientWebSocket socket, int unanswered, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(FirstLength);
        List<StreamEvent> early = []; // pushes before the last acknowledgement wait, so that missed data comes first
        while (true)
        {
            buffer.ResetWrittenCount();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.GetMemory(FirstLength / 2), cancellationToken);
                buffer.Advance(part.Count);
                if (buffer.WrittenCount > LongestLength)
                    throw new WebSocketException($"A message is longer than {LongestLength} bytes.");
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException($"The exchange closed the connection: {socket.CloseStatusDescription}");

            Interlocked.Exchange(ref _lastHeard, options.Clock.GetTimestamp());
            StreamMessage? message = Read(buffer.WrittenSpan);
            if (message is null)
                continue;
            if (message.Topic is not null)
            {
                if (unanswered > 0)
                    early.Add(new StreamEvent(this, message));
                else
                    await events.WriteAsync(new StreamEvent(this, message), cancellationToken);
            }
            else if (message.Operation == "subscribe")
            {
                if (message.Success == false && message.Message?.Contains("already subscribed", StringComparison.OrdinalIgnoreCase) != true)
                    throw new BybitException($"The exchange refused a subscription: {message.Message}; symbols are in capitals; check symbols and category.", BybitFault.Caller);
                if (--unanswered != 0)
                    continue;
                await events.WriteAsync(new StreamEvent(this, null), cancellationToken);
                foreach (StreamEvent push in early)
                    await events.WriteAsync(push, cancellationToken);
            }
        }
    }

    /// <returns>Null for a skipped message.</returns>
    /// <exception cref="WebSocketException">No message can be read: the connection is unusable.</exception>
    private StreamMessage? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            StreamMessage message = WireReader.Read(text, WireContext.Default.StreamMessage);
            _unreadable = 0;
            return message;
        }
        catch (Exception unreadable) when (unreadable is JsonException or WireFieldException)
        {
            notices.Skip(topic: null, unreadable);
            if (++_unreadable % MostUnreadable == 0)
                throw new WebSocketException($"{MostUnreadable} messages in a row could not be read.", unreadable);
            return null;
        }
    }

    /// <summary>Sends a ping at every heartbeat, and aborts the socket when nothing at all is received after one.</summary>
    private async Task HeartbeatAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(options.Resilience.Heartbeat, options.Clock);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                long asked = options.Clock.GetTimestamp();
                await SendAsync(socket, "ping", null, cancellationToken);
                await Task.Delay(options.Resilience.PongTimeout, options.Clock, cancellationToken);
                if (Interlocked.Read(ref _lastHeard) < asked)
                {
                    socket.Abort();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection has ended.
        }
        catch (WebSocketException)
        {
            socket.Abort(); // the receiving side notices and reconnects
        }
    }

    private async Task SendAsync(ClientWebSocket socket, string operation, string[]? arguments, CancellationToken cancellationToken)
    {
        string id = Interlocked.Increment(ref _requests).ToString(CultureInfo.InvariantCulture);
        var request = new StreamRequest(id, operation, arguments is null ? null : [.. arguments.Select(Text)]);
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(request, WireContext.Default.StreamRequest);
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }

        static JsonElement Text(string argument) => JsonSerializer.SerializeToElement(argument, WireContext.Default.String);
    }
}
