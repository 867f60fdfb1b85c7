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

    [Fact]
    public async Task The_example_of_an_account_runs()
    {
        CandleSeries candles = MarketGenerator.Single(count: 5_000, seed: 7);
        var keys = new BybitCredentials("my-key", "my-secret");
        await using BybitEmulator exchange = await BybitEmulator.StartAsync(new EmulatorOptions
        {
            Candles = [candles],
            Credentials = keys,
            Account = new EmulatorAccount { Balances = new Dictionary<string, decimal> { ["USDT"] = 10_000m }, Leverage = 5 },
            OrderFaults = EmulatorFaults.Named("answers", seed: 3),
        });
        using var client = new BybitExchange(BybitOptions.For(exchange.Address) with { Credentials = keys });
        BybitKey rights = await client.KeyAsync();
        exchange.Account.Faults = new EmulatorFaults { AnswerLost = 1 };   // from now on every order takes effect without a response
        decimal money = exchange.Account.Balance("USDT");                  // the true balance, whatever the client received

        Assert.Equal(["ContractTrade.Order", "ContractTrade.Position", "Spot.SpotTrade"], rights.Permissions);
        Assert.Equal(10_000m, money);
    }
}
