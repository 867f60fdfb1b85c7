using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Streams;

/// <summary>Merges the events of all connections needed for some topics.</summary>
internal static class StreamHub
{
    private const int EventsWaiting = 8192;

    /// <summary>Runs until cancelled or no longer read.</summary>
    /// <exception cref="BybitException">The exchange refuses a topic, or cannot be reached.</exception>
    public static async IAsyncEnumerable<StreamEvent> ReadAsync(
        MarketRequests requests, IEnumerable<string> topics, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<StreamEvent> events = Channel.CreateBounded<StreamEvent>(new BoundedChannelOptions(EventsWaiting) { SingleReader = true });
        StreamConnection[] connections = [.. TopicSplit.OverConnections(topics).Select((part, i) => new StreamConnection(requests.Client.Options, requests.Category, part, events.Writer, requests.Client.Notices, i))];
        Task running = Task.WhenAll(connections.Select(connection => RunAsync(connection, events.Writer, stop.Token)));
        try
        {
            await foreach (StreamEvent one in events.Reader.ReadAllAsync(cancellationToken))
                yield return one;
        }
        finally
        {
            await stop.CancelAsync();
            await running;
            Array.ForEach(connections, connection => connection.Dispose());
        }
    }

    private static async Task RunAsync(StreamConnection connection, ChannelWriter<StreamEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await connection.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            events.TryComplete();
        }
        catch (Exception failure)
        {
            events.TryComplete(failure); // thrown by the reader
        }
    }
}

/// <summary>An event of a connection: a (re)subscription or a message.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Message">The message; null when the connection has just subscribed and may have missed data.</param>
internal readonly record struct StreamEvent(StreamConnection Connection, StreamMessage? Message);
