using System.Collections.Concurrent;
using System.Net;

namespace TradeBot.Notebooks;

/// <summary>PUB: sends each message to the peers that subscribed to a prefix of its first frame.</summary>
internal sealed class PublisherSocket(IPEndPoint endpoint) : ZmtpSocket(endpoint, "PUB", ["SUB", "XSUB"])
{
    private const long Room = 32 << 20;
    private const int PollMilliseconds = 5;

    private readonly ConcurrentDictionary<ZmtpConnection, List<byte[]>> _topics = new();
    private readonly ManualResetEventSlim _never = new();

    public void Publish(byte[][] frames)
    {
        foreach ((ZmtpConnection connection, List<byte[]> topics) in _topics)
        {
            if (Wants(topics, frames[0]))
                connection.Send(frames);
        }
    }

    /// <summary>Blocks while a subscriber is far behind, so that a cell cannot print faster than it is read.</summary>
    public void WaitForRoom()
    {
        while (Connections.Any(connection => connection.PendingBytes > Room))
            _never.Wait(PollMilliseconds);
    }

    protected override void Joined(ZmtpConnection connection) => _topics[connection] = [];

    protected override void Left(ZmtpConnection connection) => _topics.TryRemove(connection, out _);

    /// <summary>A byte 1 before a topic subscribes, a byte 0 unsubscribes.</summary>
    protected override void Received(ZmtpConnection connection, byte[][] frames)
    {
        byte[] frame = frames[0];
        if (frame.Length == 0 || frame[0] > 1 || !_topics.TryGetValue(connection, out List<byte[]>? topics))
            return;

        byte[] topic = frame[1..];
        lock (topics)
        {
            if (frame[0] == 1)
                topics.Add(topic);
            else if (topics.FindIndex(known => known.AsSpan().SequenceEqual(topic)) is var index and >= 0)
                topics.RemoveAt(index);
        }
    }

    private static bool Wants(List<byte[]> topics, byte[] topic)
    {
        lock (topics)
            return topics.Exists(prefix => topic.AsSpan().StartsWith(prefix));
    }
}
