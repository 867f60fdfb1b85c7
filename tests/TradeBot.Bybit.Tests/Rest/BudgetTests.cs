using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests.Rest;

/// <summary>The limits are kept as the exchange counts them: it never has to refuse.</summary>
public class BudgetTests
{
    [Fact]
    public async Task The_address_is_never_refused_at_the_exchanges_own_limit()
    {
        var limits = new EmulatorLimits { RequestsPerWindow = 40, Window = TimeSpan.FromMilliseconds(500) };
        await using BybitEmulator emulator = await StartAsync(limits);
        using BybitExchange exchange = LocalExchange.Client(emulator, o => o with { RequestsPerWindow = 40, Window = TimeSpan.FromMilliseconds(500) });

        await FetchAllAsync(exchange);
        EmulatorStatistics seen = emulator.Statistics;
        Assert.Equal((0L, 0L), (seen.Refused, seen.RateLimited));
        Assert.InRange(seen.MostInWindow, 20, 40);
        Assert.Equal(seen.Requests, exchange.RequestsSent);
    }

    [Fact]
    public async Task A_limit_stated_in_headers_is_kept_from_the_first_answer_on()
    {
        await using BybitEmulator emulator = await StartAsync(new EmulatorLimits { RequestsPerWindow = null, PerEndpoint = 60 });
        using BybitExchange exchange = LocalExchange.Client(emulator);
        await FetchAllAsync(exchange);
        Assert.Equal((0L, 0L), (emulator.Statistics.Refused, emulator.Statistics.RateLimited));
        Assert.Equal(emulator.Statistics.Requests, exchange.RequestsSent);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_permitted()
    {
        await using BybitEmulator emulator = await StartAsync(EmulatorLimits.None);
        int underWay = 0, most = 0;
        using BybitExchange exchange = LocalExchange.Client(emulator, o => o with
        {
            ParallelRequests = 3,
            CreateClient = () => new HttpClient(new Counting(() => most = Math.Max(most, Interlocked.Increment(ref underWay)), () => Interlocked.Decrement(ref underWay))),
        });
        await FetchAllAsync(exchange);
        Assert.InRange(most, 2, 3);
    }

    private static Task<BybitEmulator> StartAsync(EmulatorLimits limits) => BybitEmulator.StartAsync(new EmulatorOptions
    {
        Candles = LocalExchange.Minutes(120_000, 1, "AAAUSDT"),
        Speed = 0,
        Limits = limits,
    });

    private static async Task FetchAllAsync(BybitExchange exchange)
    {
        List<CandleSeries> pieces = await BybitCandleSourceTests.PiecesAsync(exchange, "AAAUSDT", Timeframe.OneMinute, LocalExchange.Start, LocalExchange.Start.AddDays(90));
        Assert.Equal(119_999, pieces.Sum(p => p.Count));
    }

    private sealed class Counting(Action begins, Action ends) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            begins();
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                ends();
            }
        }
    }
}
