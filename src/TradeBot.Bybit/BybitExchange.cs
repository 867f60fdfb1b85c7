using TradeBot.Exchanges.Rest;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges;

/// <summary>Bybit at one address: its markets share one budget of requests. Safe for use by several threads.</summary>
public sealed class BybitExchange : IDisposable
{
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
        return answer.Result.ToKey();
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();
}
