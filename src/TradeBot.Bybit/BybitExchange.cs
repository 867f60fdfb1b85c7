using System.Collections.Concurrent;
using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>Bybit at one address: its markets share one budget of requests. Safe for use by several threads.</summary>
public sealed class BybitExchange : IDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<BybitExchange>> s_exchanges = new();

    private readonly BybitClient _client;

    /// <param name="options">Where the exchange is and how it is spoken to.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public BybitExchange(BybitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _client = new BybitClient(options);
        Spot = new BybitMarket(new MarketRequests(_client, BybitCategory.Spot));
        Linear = new BybitMarket(new MarketRequests(_client, BybitCategory.Linear));
        Inverse = new BybitMarket(new MarketRequests(_client, BybitCategory.Inverse));
    }

    /// <summary>Coins themselves.</summary>
    public BybitMarket Spot { get; }

    /// <summary>Contracts that settle in USDT or USDC.</summary>
    public BybitMarket Linear { get; }

    /// <summary>Contracts that settle in the coin.</summary>
    public BybitMarket Inverse { get; }

    /// <summary>Where the exchange is and how it is spoken to.</summary>
    public BybitOptions Options => _client.Options;

    /// <summary>How many requests have been sent, those sent again included.</summary>
    public long RequestsSent => _client.Sent;

    /// <summary>How many messages of streams, or entries of one, could not be read and were skipped.</summary>
    public long MessagesSkipped => _client.Notices.Skipped;

    /// <summary>A stream skipped a message that it could not read, or waits because the exchange cannot be asked now. The stream goes on in both cases.</summary>
    /// <remarks>Raised where the stream is read; what a handler throws ends the stream.</remarks>
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

    /// <summary>What the API key of the options may do. A signed request: it shows that key, secret and clock are right.</summary>
    /// <exception cref="BybitException">No key was given, or the exchange refuses it.</exception>
    public async Task<BybitKey> KeyAsync(CancellationToken cancellationToken = default)
    {
        Answer<KeyRow> answer = await _client.GetAsync("v5/user/query-api", "", WireContext.Default.ReplyKeyRow, isSigned: true, cancellationToken);
        try
        {
            return answer.Result.ToKey();
        }
        catch (WireFieldException unreadable)
        {
            throw new BybitException($"The exchange's answer cannot be used: {unreadable.Message}.", BybitFault.Retryable, innerException: unreadable);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();
}
