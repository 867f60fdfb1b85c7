using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TradeBot.Notebooks;

/// <summary>A bound socket and its peers; an error of one peer ends only that peer's connection.</summary>
internal abstract class ZmtpSocket : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly Socket _listener;
    private readonly string _type;
    private readonly string[] _peerTypes;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ZmtpConnection, bool> _connections = new();
    private Task _accepting = Task.CompletedTask;

    protected ZmtpSocket(IPEndPoint endpoint, string type, string[] peerTypes)
    {
        _type = type;
        _peerTypes = peerTypes;
        _listener = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(endpoint);
            _listener.Listen();
        }
        catch (SocketException)
        {
            _listener.Dispose();
            throw;
        }
    }

    /// <summary>The port bound, also where any was asked for.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    protected IEnumerable<ZmtpConnection> Connections => _connections.Keys;

    /// <summary>Begins to accept peers.</summary>
    public void Start() => _accepting = AcceptAsync();

    /// <summary>Completes when all that was sent before is with the operating system.</summary>
    public Task FlushAsync() => Task.WhenAll(Connections.Select(connection => connection.FlushAsync()));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        foreach (ZmtpConnection connection in Connections)
            connection.Close();
    }

    /// <summary>A peer has shaken hands.</summary>
    protected virtual void Joined(ZmtpConnection connection)
    {
    }

    /// <summary>A peer's connection has ended.</summary>
    protected virtual void Left(ZmtpConnection connection)
    {
    }

    protected abstract void Received(ZmtpConnection connection, byte[][] frames);

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Socket peer = await _listener.AcceptAsync(_stop.Token);
                _ = ServeAsync(peer);
            }
            catch (SocketException) when (!_stop.IsCancellationRequested)
            {
                await Task.Delay(PauseAfterFailure); // the peer left at once, or handles are short for a moment
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket peer)
    {
        peer.NoDelay = true;
        await using var stream = new NetworkStream(peer, ownsSocket: true);
        try
        {
            ZmtpConnection connection = await ZmtpConnection.OpenAsync(stream, _type, identity: "", _peerTypes, _stop.Token);
            _connections[connection] = true;
            Joined(connection);
            try
            {
                await connection.RunAsync(frames => Received(connection, frames), _stop.Token);
            }
            finally
            {
                _connections.TryRemove(connection, out _);
                Left(connection);
            }
        }
        catch (Exception error) when (error is ZmtpException or IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The peer left or talks nonsense; the port stays open for others.
        }
    }
}
