using System.Text;
using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Matching;
using TradeBot.Exchanges.Emulator.Private;

namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>The topics of a private socket, and what they make of the news.</summary>
internal sealed class PrivateTopics(string connection, Func<EmulatorFaults> faults, Func<bool> isIsolated)
{
    private static readonly string[] s_known = ["order", "execution", "execution.fast", "position", "wallet", "greeks"];
    private static readonly string[] s_categories = ["spot", "linear", "inverse", "option"];
    private static readonly Dictionary<string, string> s_guarded = new(StringComparer.Ordinal) { ["dcp.future"] = "DERIVATIVES", ["dcp.spot"] = "SPOT", ["dcp.option"] = "OPTIONS" };

    private readonly Lock _gate = new();
    private readonly List<string> _topics = [];
    private long _messages;

    /// <summary>Products whose orders this connection keeps alive.</summary>
    public IReadOnlyList<string> Guarded
    {
        get
        {
            lock (_gate)
                return [.. _topics.Where(s_guarded.ContainsKey).Select(topic => s_guarded[topic])];
        }
    }

    /// <returns>What is wrong; null when all are subscribed.</returns>
    public string? Subscribe(IReadOnlyList<string> topics)
    {
        if (topics.Count == 0)
            return "error:args is empty";
        if (topics.FirstOrDefault(topic => !IsKnown(topic)) is { } unknown)
            return $"error:handler not found,topic:{unknown}";
        string[] rooms = [.. topics.Where(topic => !s_guarded.ContainsKey(topic) && Split(topic).Base is "order" or "execution" or "execution.fast" or "position")];
        if (rooms.Any(topic => Split(topic).Category is null) && rooms.Any(topic => Split(topic).Category is not null))
            return "error:all-in-one and categorised topics cannot be subscribed in one request";
        lock (_gate)
            _topics.AddRange(topics.Except(_topics).ToArray());
        return null;
    }

    public void Unsubscribe(IReadOnlyList<string> topics)
    {
        lock (_gate)
            _topics.RemoveAll(topics.Contains);
    }

    /// <summary>One message for each run of news of a topic that is subscribed.</summary>
    public IReadOnlyList<byte[]> MessagesOf(IReadOnlyList<News> news)
    {
        lock (_gate)
        {
            List<byte[]> messages = [];
            for (int start = 0, end; start < news.Count; start = end)
            {
                for (end = start + 1; end < news.Count && news[end].Topic == news[start].Topic && news[end].Contract?.Category == news[start].Contract?.Category; end++)
                {
                }

                foreach (string topic in _topics.Where(topic => IsOf(topic, news[start])))
                    messages.Add(Message(topic, news, start, end));
            }

            return messages;
        }
    }

    private static bool IsKnown(string topic)
    {
        (string known, string? category) = Split(topic);
        return s_guarded.ContainsKey(topic) || (s_known.Contains(known) && (category is null || (known is not ("wallet" or "greeks") && s_categories.Contains(category))));
    }

    private static (string Base, string? Category) Split(string topic)
    {
        int dot = topic.LastIndexOf('.');
        return dot < 0 || topic == "execution.fast" ? (topic, null) : (topic[..dot], topic[(dot + 1)..]);
    }

    private static bool IsOf(string topic, News news)
    {
        (string known, string? category) = Split(topic);
        bool isTopic = known == news.Topic || (known == "execution.fast" && news is { Topic: "execution", Row: Execution { ExecType: "Trade" } });
        return isTopic && (category is null || category == news.Contract?.Word);
    }

    private byte[] Message(string topic, IReadOnlyList<News> news, int start, int end)
    {
        EmulatorFaults now = faults();
        var data = new JsonArray();
        for (int i = start; i < end; i++)
        {
            data.Add(news[i].Row switch
            {
                Order order => Rows.Of(order, isStream: true, now),
                Execution fill => topic.StartsWith("execution.fast", StringComparison.Ordinal) ? Rows.Fast(fill) : Rows.Of(fill, isStream: true),
                PositionFigures position => Rows.Of(position, isStream: true, now),
                AccountFigures account => Rows.Of(account, coins: null, now, isIsolated()),
                var other => throw new InvalidOperationException($"No topic reports a {other.GetType().Name}."),
            });
        }

        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["id"] = $"{connection}-{Rows.Text(++_messages)}", ["topic"] = topic, ["creationTime"] = news[end - 1].Time, ["data"] = data,
        }.ToJsonString());
    }
}
