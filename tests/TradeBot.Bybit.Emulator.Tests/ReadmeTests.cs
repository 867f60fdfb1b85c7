using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Tests;

public class ReadmeTests
{
    [Fact]
    public async Task The_example_runs()
    {
        CandleSeries candles = MarketGenerator.Single(count: 5_000, seed: 7);
        await using BybitEmulator exchange = await BybitEmulator.StartAsync(new EmulatorOptions
        {
            Candles = [candles],
            Faults = FaultScenario.Named("errors", seed: 3),
        });
        DateTime time = await Bybit.At(exchange.Address).TimeAsync();      // any client of Bybit will do
        CandleSeries served = exchange.Closed("SYN", Timeframe.OneHour);   // what a client should get

        Assert.InRange(time, candles.OpenTimeAt(4999), candles.CloseTimeAt(4999));
        Assert.Equal(83, served.Count);
    }
}
