using System.Globalization;
using TradeBot.Exchanges.Emulator;
using TradeBot.MarketData;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>A ban is known to processes that start while it lasts.</summary>
public sealed class BanTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-ban-").FullName;
    private BybitEmulator _exchange = null!;

    private string Bans => Path.Combine(_folder, "bans");

    public async Task InitializeAsync() => _exchange = await StartAsync(FaultScenario.None);

    public async Task DisposeAsync()
    {
        await _exchange.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact]
    public async Task A_second_fetch_says_until_when_and_asks_nothing()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "env sets a variable for a process on Linux");
        await using BybitEmulator strict = await StartAsync(new FaultScenario { Ban = 1, BanDuration = TimeSpan.FromMinutes(10) });
        string[] fetch = ["fetch", "AAAUSDT", "1m", "--from", "2024-01-01", "--exchange", strict.Address, "--store", Path.Combine(_folder, "candles")];
        ChildRun first = await RunAsync(fetch), second = await RunAsync(fetch);
        Assert.Equal((2, 2), (first.ExitCode, second.ExitCode));
        Assert.Contains("has banned this address", first.Text, StringComparison.Ordinal);
        string until = first.Text[first.Text.IndexOf("nothing is sent before", StringComparison.Ordinal)..first.Text.IndexOf(" UTC", StringComparison.Ordinal)];
        Assert.Contains(until, second.Text, StringComparison.Ordinal);
        Assert.Contains($"delete '{Directory.GetFiles(Bans).Single()}'", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, strict.Statistics.Requests);
    }

    [Fact]
    public async Task Stream_says_once_why_and_until_when_it_waits_and_then_goes_on()
    {
        string? before = Environment.GetEnvironmentVariable("TRADEBOT_BANS");
        Environment.SetEnvironmentVariable("TRADEBOT_BANS", Bans);
        try
        {
            DateTime until = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(6);
            Directory.CreateDirectory(Bans);
            await File.WriteAllTextAsync(Path.Combine(Bans, $"127.0.0.1_{new Uri(_exchange.Address).Port}.ban"), until.ToString("O", CultureInfo.InvariantCulture));
            (int code, _, string error) = await Cli.RunAsync("stream", "AAAUSDT,BBBUSDT", "1m,5m", "--candles", "4", "--exchange", _exchange.Address, "--store", Path.Combine(_folder, "candles"));
            Assert.True(code == 0, error);
            Assert.True(TimeProvider.System.GetUtcNow().UtcDateTime >= until);
            string told = Assert.Single(error.TrimEnd().Split('\n'));
            Assert.Contains("has banned this address because of too many requests", told, StringComparison.Ordinal);
            Assert.Contains($"The stream waits until {until:yyyy-MM-dd HH:mm:ss} UTC and then continues", told, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TRADEBOT_BANS", before);
        }
    }

    private Task<ChildRun> RunAsync(params string[] command) => ChildProcess.RunAsync("env", [$"TRADEBOT_BANS={Bans}", "dotnet", CommandRun.Program, .. command]);

    private static Task<BybitEmulator> StartAsync(FaultScenario faults) => BybitEmulator.StartAsync(new EmulatorOptions
    {
        Candles = [.. MarketGenerator.Generate(new SyntheticMarketOptions { Symbols = [new("AAAUSDT", 100, 0.6), new("BBBUSDT", 10, 0.6)], Seed = 1, Count = 4320 })],
        Start = new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc),
        Speed = 600,
        PushInterval = TimeSpan.FromMilliseconds(20),
        Faults = faults,
    });
}
