using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TradeBot.Notebooks.Tests.Protocol;

/// <summary>A front end in miniature, over real sockets, with a kernel of its own.</summary>
internal sealed class FrontEnd : IAsyncDisposable
{
    public const string Key = "a key for tests";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<NetworkStream> _streams = [];
    private readonly Dictionary<string, (string Type, JsonObject Content)> _replies = [];
    private readonly MessageCodec _codec = new(new MessageSigner(Key, MessageSigner.DefaultScheme), TimeProvider.System);

    private FrontEnd(JupyterKernel kernel) => Kernel = kernel;

    public JupyterKernel Kernel { get; }

    public Peer Shell { get; private set; } = null!;

    public Peer Control { get; private set; } = null!;

    public Peer Stdin { get; private set; } = null!;

    public Peer Iopub { get; private set; } = null!;

    public static async Task<FrontEnd> OpenAsync(string identity = "tester")
    {
        var connection = new ConnectionFile(System.Net.IPAddress.Loopback, 0, 0, 0, 0, 0, Key, MessageSigner.DefaultScheme);
        var front = new FrontEnd(JupyterKernel.Start(connection, AppContext.BaseDirectory));
        ConnectionFile bound = front.Kernel.Connection;
        front.Shell = await front.ConnectAsync(bound.ShellPort, "DEALER", identity);
        front.Control = await front.ConnectAsync(bound.ControlPort, "DEALER", identity);
        front.Stdin = await front.ConnectAsync(bound.StdinPort, "DEALER", identity);
        front.Iopub = await front.ConnectAsync(bound.IopubPort, "SUB", identity: "");
        front.Iopub.Connection.Send([[1]]);
        await front.HearAsync();
        return front;
    }

    public async Task<Peer> ConnectAsync(int port, string type, string identity)
    {
        var client = new TcpClient();
        await client.ConnectAsync(Kernel.Connection.Address, port);
        NetworkStream stream = client.GetStream();
        _streams.Add(stream);
        ZmtpConnection connection = await ZmtpConnection.OpenAsync(stream, type, identity, ["ROUTER", "PUB", "REP"], _stop.Token);
        var received = Channel.CreateUnbounded<byte[][]>();
        _ = Task.Run(() => ReceiveAsync(connection, received.Writer));
        return new Peer(connection, received.Reader);
    }

    /// <summary>Sends a request; returns the id by which its answers are known.</summary>
    public string Send(Peer peer, string type, JsonObject content, JsonObject? metadata = null)
    {
        byte[][] frames = _codec.Encode([], type, content, parent: null, metadata);
        peer.Connection.Send(frames);
        return _codec.Decode(frames)!.Id;
    }

    /// <summary>The answer to a request; answers to others that come before it are kept, since not all requests are answered in their order.</summary>
    public async Task<(string Type, JsonObject Content)> ReplyAsync(Peer peer, string request)
    {
        (string Type, JsonObject Content) reply;
        while (!_replies.Remove(request, out reply))
        {
            (string parent, string type, JsonObject content) = await ReadAsync(peer);
            _replies[parent] = (type, content);
        }

        return reply;
    }

    /// <summary>What iopub says of a request, up to "idle".</summary>
    public async Task<IReadOnlyList<(string Type, JsonObject Content)>> OutputsAsync(string request)
    {
        var said = new List<(string, JsonObject)>();
        while (true)
        {
            (string parent, string type, JsonObject content) = await ReadAsync(Iopub);
            if (parent != request)
                continue;
            said.Add((type, content));
            if (type == "status" && (string?)content["execution_state"] == "idle")
                return said;
        }
    }

    /// <summary>Runs a cell to its end.</summary>
    public async Task<(JsonObject Reply, IReadOnlyList<(string Type, JsonObject Content)> Outputs)> RunAsync(string code)
    {
        string request = Send(Shell, "execute_request", new JsonObject { ["code"] = code });
        return ((await ReplyAsync(Shell, request)).Content, await OutputsAsync(request));
    }

    public async Task<(string Parent, string Type, JsonObject Content)> ReadAsync(Peer peer)
    {
        using var limit = new CancellationTokenSource(Patience);
        byte[][] frames = await peer.Received.ReadAsync(limit.Token);
        JupyterMessage message = _codec.Decode(frames)!;
        int delimiter = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        string? parent = (string?)JsonNode.Parse(frames[delimiter + 3])!["msg_id"];
        return (parent ?? "", message.Type, message.Content);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (NetworkStream stream in _streams)
            await stream.DisposeAsync();
        await Kernel.DisposeAsync();
    }

    /// <summary>Asks until iopub answers: a subscription takes a moment to arrive.</summary>
    private async Task HearAsync()
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            string request = Send(Shell, "kernel_info_request", []);
            await ReplyAsync(Shell, request);
            await Task.Delay(20);
            while (Iopub.Received.TryRead(out byte[][]? frames))
            {
                if (_codec.Decode(frames)!.Content["execution_state"]?.GetValue<string>() == "idle")
                    return;
            }
        }

        throw new TimeoutException($"Nothing was heard on iopub for {Patience}.");
    }

    private async Task ReceiveAsync(ZmtpConnection connection, ChannelWriter<byte[][]> received)
    {
        try
        {
            await connection.RunAsync(frames => received.TryWrite(frames), _stop.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            received.TryComplete();
        }
    }

    internal sealed record Peer(ZmtpConnection Connection, ChannelReader<byte[][]> Received);
}
