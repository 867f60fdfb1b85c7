using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public sealed class ResultExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Two_runs_write_the_same_bytes()
    {
        foreach (string run in (string[])["a", "b"])
            Backtest.Run(MarketGenerator.Single(count: 5_000, seed: 11), new SmaCross(10, 30)).Export(Path.Combine(_folder, run));

        string[] names = [.. Directory.GetFiles(Path.Combine(_folder, "a")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        Assert.Equal(["equity.csv", "fills.csv", "manifest.json", "refusals.csv", "trades.csv"], names);
        Assert.All(names, name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder, "a", name)), File.ReadAllBytes(Path.Combine(_folder, "b", name))));
    }

    [Fact]
    public void Numbers_and_times_are_invariant()
    {
        Backtest.Run(Market.OfCloses(100, 100, 110, 110), Market.Wanting(1, 1, 0), Market.Free).Export(_folder);
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "trades.csv"));
        Assert.Equal("symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fees,profit,return,open", lines[0]);
        Assert.StartsWith("TEST,long,2024-01-01T00:01:00Z,2024-01-01T00:03:00Z,10", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",0.1,0", lines[1], StringComparison.Ordinal);
        Assert.Equal("1704067260000,1000,0", File.ReadLines(Path.Combine(_folder, "equity.csv")).ElementAt(1));
    }
}
