using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Tests;

public sealed class ReadmeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-readme-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_example_runs()
    {
        await using BybitEmulator emulator = await BybitEmulator.StartAsync(new EmulatorOptions
        {
            Candles = LocalExchange.Minutes(3000, 1, "BTCUSDT", "ETHUSDT"),
            Start = LocalExchange.Start.AddDays(1.5),
            Speed = 600,
        });
        (string exchange, string folder) = (emulator.Address, _folder);

        BybitExchange bybit = Bybit.At(exchange);                          // mainnet, testnet, demo, or any address
        CandleStore store = CandleStore.Open(folder);
        FetchReport report = await bybit.Linear.FetchAsync(
            store, ["BTCUSDT", "ETHUSDT"], Timeframe.OneMinute, from: "2024-01-01", to: "2024-01-02");
        CandleSeries btc = store.Load("BTCUSDT", Timeframe.OneMinute);

        int closed = 0;
        await foreach (CandleUpdate update in bybit.Linear.Stream().SubscribeAsync(["BTCUSDT"], Timeframe.OneMinute))
        {
            closed += update.IsClosed ? 1 : 0;
            if (update.IsClosed)
                break;                                                     // each candle closes exactly once, in order
        }

        Assert.Equal((1440, 2 * 1440L, 1), (btc.Count, report.Received, closed));
    }
}
