using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Streams;

/// <summary>Reads pushed messages; unreadable ones are skipped and reported, and the stream continues.</summary>
internal static class PushReader
{
    /// <summary>The readable entries of a message.</summary>
    /// <param name="message">A pushed message.</param>
    /// <param name="type">The type of an entry.</param>
    /// <param name="convert">Converts an entry; throws when a field is missing.</param>
    /// <param name="notices">Receives each skipped entry.</param>
    public static IReadOnlyList<TResult> Entries<T, TResult>(StreamMessage message, JsonTypeInfo<T> type, Func<T, TResult> convert, StreamNotices notices)
    {
        if (message.Data is not { } data)
            return [];
        if (data.ValueKind != JsonValueKind.Array)
        {
            notices.Skip(message.Topic, new WireFieldException("data", $"is {data.ValueKind}; expected a list"));
            return [];
        }

        List<TResult> entries = new(data.GetArrayLength());
        foreach (JsonElement entry in data.EnumerateArray())
        {
            try
            {
                entries.Add(convert(WireReader.Read(entry, type)));
            }
            catch (WireFieldException unreadable)
            {
                notices.Skip(message.Topic, unreadable);
            }
        }

        return entries;
    }

    /// <summary>A ticker: its readable fields, and which fields could not be read.</summary>
    /// <returns>Null when nothing could be read.</returns>
    public static TickerRow? Ticker(StreamMessage message, JsonElement data, StreamNotices notices, out IReadOnlyList<string> unreadable)
    {
        List<WireFieldException> problems = [];
        TickerRow? row = null;
        try
        {
            row = WireReader.Read(data, WireContext.Default.TickerRow, problems);
        }
        catch (WireFieldException whole)
        {
            problems.Add(whole);
        }

        if (problems.Count > 0)
            notices.Skip(message.Topic, problems[0]);
        unreadable = [.. problems.Select(problem => problem.Field)];
        return row;
    }

    /// <returns>Null when it could not be read.</returns>
    public static BookRow? Book(StreamMessage message, JsonElement data, StreamNotices notices)
    {
        try
        {
            BookRow row = WireReader.Read(data, WireContext.Default.BookRow);
            _ = row.UpdateId ?? throw WireFieldException.Missing("u");
            _ = message.Time ?? throw WireFieldException.Missing("ts");
            return row;
        }
        catch (WireFieldException unreadable)
        {
            notices.Skip(message.Topic, unreadable);
            return null;
        }
    }
}
