using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Matching;
using TradeBot.Exchanges.Emulator.Rest;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>One socket on /v5/private: who it is, what it has subscribed to, and what goes wrong with its messages.</summary>
internal sealed class PrivateSession : IDisposable
{
    private const int QuietAfterAtMost = 20;

    private readonly Channel<byte[]> _pushes = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SocketLine _line;
    private readonly string _name;
    private readonly SignatureGate _signatures;
    private readonly TradingEngine _engine;
    private readonly IPAddress? _address;
    private readonly PrivateTopics _topics;
    private readonly int _stalledAfter, _deadAfter;
    private byte[]? _held;
    private int _messages, _subscriptions;
    private bool _isKnown;

    public PrivateSession(WebSocket socket, long number, SignatureGate signatures, TradingEngine engine, IPAddress? address)
    {
        _line = new SocketLine(socket);
        _name = "private-" + number.ToString(CultureInfo.InvariantCulture);
        (_signatures, _engine, _address) = (signatures, engine, address);
        _topics = new PrivateTopics(_name, () => Dice.Faults, () => engine.Floor.Account.IsIsolated);
        bool mayFail = number % 3 != 0; // a client that connects again is heard in the end
        _stalledAfter = mayFail && Dice.Hits(Dice.Faults.StreamStalled, _name + " stalled") ? Quiet() : int.MaxValue;
        _deadAfter = mayFail && Dice.Hits(Dice.Faults.StreamHalfOpen, _name + " dead") ? Quiet() : int.MaxValue;

        int Quiet() => 1 + (int)(Dice.Share(_name + " quiet") * QuietAfterAtMost);
    }

    private OrderDice Dice => _engine.Floor.Dice;

    private bool IsDead => _messages >= _deadAfter;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task pushing = PushAsync(stop.Token);
        try
        {
            while (await _line.ReceiveAsync(stop.Token) is { } text)
                await AnswerAsync(SocketRequest.Read(text), stop.Token);
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // The client has gone, or a fault or the end of the exchange has cut the socket.
        }
        finally
        {
            await stop.CancelAsync();
            await pushing;
            _line.Abort();
        }
    }

    /// <summary>Takes what has happened; it does not wait.</summary>
    public void Hear(IReadOnlyList<News> news)
    {
        foreach (byte[] message in _topics.MessagesOf(news))
            _pushes.Writer.TryWrite(message);
    }

    /// <summary>Cuts the connection.</summary>
    public void Cut() => _line.Abort();

    public void Dispose() => _line.Dispose();

    private async Task AnswerAsync(SocketRequest request, CancellationToken cancellationToken)
    {
        if (IsDead)
            return;
        string? problem = null;
        switch (request.Operation)
        {
            case var _ when !request.HasScalarId:
                problem = "error:req_id invalid";
                break;
            case "ping":
                SignOfLife();
                await _line.SendAsync(PushText.Pong(request, _name, _engine.Do(now => now)), cancellationToken);
                return;
            case "auth":
                problem = Authenticate(request.Arguments);
                break;
            case "subscribe" when _isKnown:
                problem = Subscribe(request.Topics);
                break;
            case "unsubscribe" when _isKnown:
                _topics.Unsubscribe(request.Topics);
                break;
            case "subscribe" or "unsubscribe":
                problem = "Request not authorized";
                break;
            default:
                problem = $"error:request not supported: {request.Operation}";
                break;
        }

        await _line.SendAsync(PushText.Answer(problem is null, problem ?? "", _name, request), cancellationToken);
    }

    private string? Authenticate(JsonElement arguments)
    {
        try
        {
            JsonElement[] parts = arguments.ValueKind == JsonValueKind.Array ? [.. arguments.EnumerateArray()] : [];
            if (parts.Length != 3 || !long.TryParse(parts[1].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long expires))
                return "Params Error: args must be key, expires and signature";
            _signatures.CheckStream(parts[0].ToString(), expires, parts[2].ToString(), _address, _engine.Do(now => now));
            _isKnown = true;
            return null;
        }
        catch (RestRefusal refusal)
        {
            return refusal.Message;
        }
    }

    private string? Subscribe(IReadOnlyList<string> topics)
    {
        if (Dice.Hits(Dice.Faults.SubscriptionIgnored, _name + " subscribe", _subscriptions++))
            return null;
        return _engine.Do(_ =>
        {
            string? problem = _topics.Subscribe(topics);
            int repeated = problem is null && topics.Any(topic => topic.StartsWith("execution", StringComparison.Ordinal)) ? Dice.Faults.ExecutionsRepeated : 0;
            if (repeated > 0)
                Hear([.. _engine.Floor.Orders.Executions.TakeLast(repeated).Select(fill => new News("execution", fill.Contract, fill, fill.Time))]);
            SignOfLife();
            return problem;
        });
    }

    private void SignOfLife()
    {
        IReadOnlyList<string> guarded = _topics.Guarded;
        if (guarded.Count == 0)
            return;
        _engine.Do(now =>
        {
            foreach (string product in guarded)
                _engine.Guard.Sign(product, now);
        });
    }

    private async Task PushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (byte[] message in _pushes.Reader.ReadAllAsync(cancellationToken))
                await PushAsync(message, cancellationToken);
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // As above: the receiving side ends too.
        }
    }

    private async Task PushAsync(byte[] message, CancellationToken cancellationToken)
    {
        int number = ++_messages;
        EmulatorFaults faults = Dice.Faults;
        if (number > _stalledAfter || IsDead || Dice.Hits(faults.MessageLost, _name + " lost", number))
            return;
        if (Dice.Hits(faults.StreamCut, _name + " cut", number))
        {
            _line.Abort();
            return;
        }

        if (_held is null && Dice.Hits(faults.MessageLate, _name + " late", number))
        {
            _held = message;
            return;
        }

        await _line.SendAsync(message, cancellationToken);
        if (Dice.Hits(faults.MessageRepeated, _name + " repeated", number))
            await _line.SendAsync(message, cancellationToken);
        if (_held is { } late)
        {
            _held = null;
            await _line.SendAsync(late, cancellationToken);
        }
    }
}
