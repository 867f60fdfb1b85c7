using System.Collections.Concurrent;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>Bybit at one address: its markets share one rate limit. Thread-safe.</summary>
public sealed class BybitExchange : IDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<BybitExchange>> s_exchanges = new();

    private readonly BybitClient _client;

    /// <param name="options">Connection options.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public BybitExchange(BybitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _client = new BybitClient(options);
        Spot = new BybitMarket(new MarketRequests(_client, BybitCategory.Spot));
        Linear = new BybitMarket(new MarketRequests(_client, BybitCategory.Linear));
        Inverse = new BybitMarket(new MarketRequests(_client, BybitCategory.Inverse));
    }

    /// <summary>The spot market.</summary>
    public BybitMarket Spot { get; }

    /// <summary>Linear contracts, which settle in USDT or USDC.</summary>
    public BybitMarket Linear { get; }

    /// <summary>Inverse contracts, which settle in the coin.</summary>
    public BybitMarket Inverse { get; }

    /// <summary>Connection options.</summary>
    public BybitOptions Options => _client.Options;

    /// <summary>Number of requests sent, including retries.</summary>
    public long RequestsSent => _client.Sent;

    /// <summary>Number of stream messages, or entries of one, that could not be read and were skipped.</summary>
    public long MessagesSkipped => _client.Notices.Skipped;

    /// <summary>A stream skipped an unreadable message, or waits because the exchange is unavailable. The stream continues in both cases.</summary>
    /// <remarks>Raised on the reader of the stream; an exception in a handler ends the stream.</remarks>
    public event EventHandler<BybitNoticeEventArgs> Noticed
    {
        add => _client.Notices.Raised += value;
        remove => _client.Notices.Raised -= value;
    }

    /// <summary>The exchange of an environment, or at any address. One for each address in a process, so that all share its budget.</summary>
    /// <param name="exchange">mainnet, testnet, demo, or an address such as http://127.0.0.1:8787.</param>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static BybitExchange At(string exchange)
    {
        BybitOptions options = BybitOptions.For(exchange);
        return s_exchanges.GetOrAdd(options.Address.AbsoluteUri, _ => new Lazy<BybitExchange>(() => new BybitExchange(options))).Value;
    }

    /// <summary>The market of a category.</summary>
    public BybitMarket Market(BybitCategory category) => category switch
    {
        BybitCategory.Spot => Spot,
        BybitCategory.Linear => Linear,
        BybitCategory.Inverse => Inverse,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Must be Spot, Linear or Inverse."),
    };

    /// <summary>The exchange's clock, UTC.</summary>
    public async Task<DateTime> TimeAsync(CancellationToken cancellationToken = default) =>
        UnixTime.ToDateTime(await _client.ServerTimeAsync(cancellationToken));

    /// <summary>Permissions of the configured API key. A signed request: it confirms that key, secret and clock are correct.</summary>
    /// <exception cref="BybitException">No key was configured, or the exchange refuses it.</exception>
    public async Task<BybitKey> KeyAsync(CancellationToken cancellationToken = default)
    {
        Answer<KeyRow> answer = await _client.GetAsync("v5/user/query-api", "", WireContext.Default.ReplyKeyRow, isSigned: true, cancellationToken);
        try
        {
            return answer.Result.ToKey();
        }
        catch (WireFieldException unreadable)
        {
            throw new BybitException($"The exchange's response cannot be used: {unreadable.Message}.", BybitFault.Retryable, innerException: unreadable);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();
}
