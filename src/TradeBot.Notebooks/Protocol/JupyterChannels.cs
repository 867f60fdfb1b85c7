using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TradeBot.Notebooks;

/// <summary>The five channels of a kernel; only messages that the key signed come through.</summary>
internal sealed class JupyterChannels : IAsyncDisposable
{
    private readonly MessageCodec _codec;
    private readonly RouterSocket _shell;
    private readonly RouterSocket _control;
    private readonly RouterSocket _stdin;
    private readonly PublisherSocket _iopub;
    private readonly EchoSocket _heartbeat;
    private readonly Channel<JupyterRequest> _shellRequests = Channel.CreateUnbounded<JupyterRequest>();
    private readonly Channel<JupyterRequest> _controlRequests = Channel.CreateUnbounded<JupyterRequest>();
    private readonly Channel<JupyterRequest> _urgentRequests = Channel.CreateUnbounded<JupyterRequest>();
    private readonly Channel<JupyterMessage> _inputs = Channel.CreateUnbounded<JupyterMessage>();

    public JupyterChannels(ConnectionFile connection, TimeProvider time)
    {
        _codec = new MessageCodec(new MessageSigner(connection.Key, connection.SignatureScheme), time);
        IPEndPoint At(int port) => new(connection.Address, port);
        _shell = new RouterSocket(At(connection.ShellPort), (peer, frames) => Take(frames, message => Queue(new JupyterRequest(message, _shell!, peer), _shellRequests)));
        _control = new RouterSocket(At(connection.ControlPort), (peer, frames) => Take(frames, message => Queue(new JupyterRequest(message, _control!, peer), _controlRequests)));
        _stdin = new RouterSocket(At(connection.StdinPort), (_, frames) => Take(frames, message => _inputs.Writer.TryWrite(message)));
        _iopub = new PublisherSocket(At(connection.IopubPort));
        _heartbeat = new EchoSocket(At(connection.HeartbeatPort));
        Bound = connection with
        {
            ShellPort = _shell.Port, ControlPort = _control.Port, StdinPort = _stdin.Port, IopubPort = _iopub.Port, HeartbeatPort = _heartbeat.Port,
        };
        foreach (ZmtpSocket socket in Sockets)
            socket.Start();
    }

    /// <summary>Where the channels listen.</summary>
    public ConnectionFile Bound { get; }

    public ChannelReader<JupyterRequest> ShellRequests => _shellRequests.Reader;

    public ChannelReader<JupyterRequest> ControlRequests => _controlRequests.Reader;

    /// <summary>Interrupt and shutdown, from either channel: no other request may hold them up.</summary>
    public ChannelReader<JupyterRequest> UrgentRequests => _urgentRequests.Reader;

    /// <summary>The cells that came and are not answered yet.</summary>
    public PendingCells Cells { get; } = new();

    private ZmtpSocket[] Sockets => [_shell, _control, _stdin, _iopub, _heartbeat];

    /// <summary>Tells all who listen.</summary>
    /// <param name="type">The message's type.</param>
    /// <param name="content">The message's content.</param>
    /// <param name="parent">The request it belongs to; null for none.</param>
    public void Publish(string type, JsonObject content, JupyterMessage? parent) =>
        _iopub.Publish(_codec.Encode([Encoding.ASCII.GetBytes("kernel." + type)], type, content, parent?.Header));

    /// <summary>Answers the one who asked.</summary>
    public void Reply(JupyterRequest request, string type, JsonObject content) =>
        request.Socket.Send(request.Peer, _codec.Encode(request.Message.Envelope, type, content, request.Message.Header));

    /// <summary>Blocks while listeners are far behind.</summary>
    public void WaitForRoom() => _iopub.WaitForRoom();

    /// <summary>Completes when what was published is with the operating system.</summary>
    public Task FlushOutputsAsync() => _iopub.FlushAsync();

    /// <summary>Asks the user at the front end for a line.</summary>
    /// <param name="request">The execution that asks: its sender is asked.</param>
    /// <param name="prompt">Shown before the field.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The line; null when the front end has no one to ask.</returns>
    public async Task<string?> AskAsync(JupyterRequest request, string prompt, CancellationToken cancellationToken)
    {
        while (_inputs.Reader.TryRead(out _))
        {
            // An answer to an interrupted question does not answer this one.
        }

        var content = new JsonObject { ["prompt"] = prompt, ["password"] = false };
        if (!_stdin.Send(request.Peer, _codec.Encode(request.Message.Envelope, "input_request", content, request.Message.Header)))
            return null;
        while (true)
        {
            JupyterMessage answer = await _inputs.Reader.ReadAsync(cancellationToken);
            if (answer.Type == "input_reply")
                return answer.Text("value");
        }
    }

    /// <summary>Sends what is queued, then closes every port.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Sockets.Select(socket => socket.FlushAsync()));
        foreach (ZmtpSocket socket in Sockets)
            await socket.DisposeAsync();
    }

    private void Queue(JupyterRequest request, Channel<JupyterRequest> queue)
    {
        if (request.Message.Type == "execute_request")
            Cells.Add(request);
        if (request.Message.Type == "interrupt_request")
            Cells.StopFirst(); // here, where the order of arrival is known, and before anything can take its turn
        bool isUrgent = request.Message.Type is "interrupt_request" or "shutdown_request";
        (isUrgent ? _urgentRequests : queue).Writer.TryWrite(request);
    }

    private void Take(byte[][] frames, Action<JupyterMessage> take)
    {
        if (_codec.Decode(frames) is { } message)
            take(message);
    }
}
