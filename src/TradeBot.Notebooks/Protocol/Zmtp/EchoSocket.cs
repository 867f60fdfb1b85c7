using System.Net;

namespace TradeBot.Notebooks;

/// <summary>REP that answers each request with itself: Jupyter's heartbeat.</summary>
internal sealed class EchoSocket(IPEndPoint endpoint) : ZmtpSocket(endpoint, "REP", ["REQ", "DEALER"])
{
    /// <summary>All frames go back, the empty delimiter among them.</summary>
    protected override void Received(ZmtpConnection connection, byte[][] frames) => connection.Send(frames);
}
