using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace TradeBot.Notebooks;

/// <summary>ROUTER: knows its peers by identity and answers each of them.</summary>
internal sealed class RouterSocket(IPEndPoint endpoint, Action<string, byte[][]> receive)
    : ZmtpSocket(endpoint, "ROUTER", ["DEALER", "REQ", "ROUTER"])
{
    private readonly ConcurrentDictionary<string, ZmtpConnection> _peers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ZmtpConnection, string> _names = new();
    private int _anonymous;

    /// <summary>Sends to the newest connection with the identity.</summary>
    /// <returns>False when there is none.</returns>
    public bool Send(string peer, byte[][] frames)
    {
        if (!_peers.TryGetValue(peer, out ZmtpConnection? connection))
            return false;
        connection.Send(frames);
        return true;
    }

    protected override void Joined(ZmtpConnection connection)
    {
        // No peer may choose an identity that begins with a zero byte, so these never clash.
        string name = connection.Identity.Length > 0
            ? connection.Identity
            : "\0" + Interlocked.Increment(ref _anonymous).ToString(CultureInfo.InvariantCulture);
        _names[connection] = name;
        _peers[name] = connection;
    }

    protected override void Left(ZmtpConnection connection)
    {
        if (_names.TryRemove(connection, out string? name))
            _peers.TryRemove(KeyValuePair.Create(name, connection));
    }

    protected override void Received(ZmtpConnection connection, byte[][] frames) => receive(_names[connection], frames);
}
