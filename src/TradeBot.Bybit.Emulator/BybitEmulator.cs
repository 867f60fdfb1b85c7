using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Emulator.Matching;
using TradeBot.Exchanges.Emulator.Private;
using TradeBot.Exchanges.Emulator.Rest;
using TradeBot.Exchanges.Emulator.Streams;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator;

/// <summary>A local exchange: Bybit v5 over REST and WebSocket on the loopback interface, simulated from candles.</summary>
public sealed class BybitEmulator : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly EmulatedMarket _market;
    private readonly RateGate _gate;
    private readonly RestApi _rest;
    private readonly StreamApi _streams;
    private readonly OrderDice _dice;
    private readonly TradingEngine _engine;
    private readonly ITimer _pump;

    private BybitEmulator(EmulatorOptions options)
    {
        _market = new EmulatedMarket(options);
        _gate = new RateGate(options.Limits, options.Clock);
        _dice = new OrderDice(options.OrderFaults);
        var account = new AccountState(options.Account, Contracts(_market), options.Matching.HistoryRows);
        _engine = new TradingEngine(account, new MarketQuotes(_market, options.Matching), options.Matching, _dice, () => _market.Clock.Now);
        var signatures = new SignatureGate(options.Credentials, options.Account);
        var api = new AccountApi(_engine, options.Credentials ?? new BybitCredentials("", ""), new UserLimits(options.Limits.PerUser, options.Clock));
        var hub = new PrivateHub(_engine, api, signatures, options);
        Account = new EmulatedAccount(_engine, hub, _dice);
        _rest = new RestApi(options, _market, _gate, new AccountGate(api, signatures, _engine, options));
        _streams = new StreamApi(options, _market, hub);
        _pump = options.Clock.CreateTimer(_ => _engine.Do(_ => { }), null, options.PushInterval, options.PushInterval); // events are sent even when no request arrives

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        _server = builder.Build();
        _server.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        _server.Run(HandleAsync);
    }

    /// <summary>Base address of the REST endpoints, such as http://127.0.0.1:8787: give it to <see cref="Bybit.At"/>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Whether the exchange is up; it can be changed at any time. Nothing is counted during an outage.</summary>
    public EmulatorOutage Outage { get; set; }

    /// <summary>The account behind the API key.</summary>
    public EmulatedAccount Account { get; }

    /// <summary>The exchange's clock, UTC.</summary>
    public DateTime Now => UnixTime.ToDateTime(_market.Clock.Now);

    /// <summary>Statistics since the start.</summary>
    public EmulatorStatistics Statistics =>
        new(_gate.Requests, _gate.MostInWindow, _gate.RateLimited, _gate.Refused, _rest.Faults + _streams.Faults + _dice.Count, _streams.Connections);

    /// <summary>Starts an exchange.</summary>
    /// <param name="options">What it trades and how it behaves.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<BybitEmulator> StartAsync(EmulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var emulator = new BybitEmulator(options);
        try
        {
            await emulator._server.StartAsync(cancellationToken);
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }

        emulator.Address = emulator._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return emulator;
    }

    /// <summary>The closed candles of a symbol and timeframe, which a client should get.</summary>
    /// <exception cref="ArgumentException">The exchange does not list the symbol.</exception>
    public CandleSeries Closed(string symbol, Timeframe timeframe)
    {
        EmulatedSymbol listed = _market.Find(symbol) ?? throw new ArgumentException($"The exchange does not list {symbol}; it lists {string.Join(", ", _market.Names)}.", nameof(symbol));
        CandleSeries all = listed.Candles(timeframe);
        return all.Between(DateTime.MinValue, UnixTime.ToDateTime(timeframe.OpenOf(_market.Clock.Now)));
    }

    /// <summary>Closes every connection and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _pump.DisposeAsync();
        _streams.Stop();
        await _server.DisposeAsync();
    }

    private Task HandleAsync(HttpContext context)
    {
        switch (Outage)
        {
            case EmulatorOutage.Maintenance:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            case EmulatorOutage.Unreachable:
                context.Abort();
                return Task.CompletedTask;
            default:
                return context.WebSockets.IsWebSocketRequest ? _streams.HandleAsync(context) : _rest.HandleAsync(context);
        }
    }

    private static IEnumerable<Contract> Contracts(EmulatedMarket market) =>
        from category in market.Categories
        from name in market.Names
        select Contract.Of(category, MarketRows.Instrument(market[name], category), MarketRows.RiskLimits(name));
}
