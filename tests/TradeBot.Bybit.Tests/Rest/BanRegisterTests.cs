using System.Globalization;
using TradeBot.Exchanges.Rest;

namespace TradeBot.Exchanges.Tests.Rest;

/// <summary>A ban is known to every process of a user, and forgotten when it is over.</summary>
public sealed class BanRegisterTests : IDisposable
{
    private static readonly DateTime s_now = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-bans-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_second_client_says_until_when_and_sends_nothing()
    {
        await using ScriptedExchange scripted = await ScriptedExchange.StartAsync([], ("v5/market/time", "403, access too frequent"));
        using BybitExchange first = Client(scripted), second = Client(scripted);
        BybitException ban = await Assert.ThrowsAsync<BybitException>(() => first.TimeAsync());
        scripted.Answer("v5/market/time", """{"retCode":0,"result":{"timeSecond":"1704067200","timeNano":"1704067200000000000"},"time":1704067200000}""");

        var told = await Assert.ThrowsAsync<BybitException>(() => second.TimeAsync());
        Assert.Equal(ban.RetryAt, told.RetryAt);
        Assert.Contains($"nothing is sent before {told.RetryAt:yyyy-MM-dd HH:mm:ss} UTC", told.Message, StringComparison.Ordinal);
        string file = Directory.GetFiles(_folder).Single();
        Assert.Contains($"delete '{file}' if the ban is over sooner", told.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (scripted.Requests, second.RequestsSent));
    }

    [Fact]
    public async Task It_ends_by_itself_and_when_the_file_is_deleted()
    {
        await using ScriptedExchange scripted = await ScriptedExchange.StartAsync([]);
        using BybitExchange later = Client(scripted), other = Client(scripted);
        var register = new BanRegister(_folder, new Uri(scripted.Address));
        register.Write(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-1), TimeProvider.System);
        await later.TimeAsync(); // it has passed

        new BanRegister(_folder, new Uri(scripted.Address)).Write(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1), TimeProvider.System);
        await Assert.ThrowsAsync<BybitException>(() => other.TimeAsync());
        File.Delete(register.Path);
        using BybitExchange fresh = Client(scripted);
        await fresh.TimeAsync();
    }

    [Fact]
    public async Task Another_exchange_is_not_concerned()
    {
        await using ScriptedExchange banned = await ScriptedExchange.StartAsync([], ("v5/market/time", "403, access too frequent")), open = await ScriptedExchange.StartAsync([]);
        using BybitExchange first = Client(banned), second = Client(open);
        await Assert.ThrowsAsync<BybitException>(() => first.TimeAsync());
        await second.TimeAsync();
        Assert.Equal(1, open.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a time")]
    [InlineData("2024-01-01T13:00:00")]
    [InlineData("2099-01-01T00:00:00.0000000Z")]
    public void A_file_that_says_nothing_is_no_ban(string content)
    {
        var register = new BanRegister(_folder, new Uri("https://api.example.com"));
        File.WriteAllText(register.Path, content);
        Assert.Null(register.Until(new ManualClock()));
    }

    [Fact]
    public void The_later_end_stays_whoever_writes_last()
    {
        var clock = new ManualClock();
        BanRegister[] registers = [.. Enumerable.Range(0, 8).Select(_ => new BanRegister(_folder, new Uri("https://api.example.com:8443")))];
        Parallel.For(0, 200, i =>
        {
            registers[i % 8].Write(s_now.AddMinutes(10), clock);
            Assert.Equal(s_now.AddMinutes(10), new BanRegister(_folder, new Uri("https://api.example.com:8443")).Until(clock)); // never a part of a file
        });
        registers[0].Write(s_now.AddMinutes(5), clock);
        Assert.Equal(s_now.AddMinutes(10).ToString("O", CultureInfo.InvariantCulture), File.ReadAllText(Directory.GetFiles(_folder).Single()));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said_and_the_ban_holds_here()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        await using ScriptedExchange scripted = await ScriptedExchange.StartAsync([], ("v5/market/time", "403, access too frequent"));
        using BybitExchange exchange = LocalExchange.Client(scripted.Address, o => o with { BanFolder = file, BanDuration = TimeSpan.FromMinutes(10) });
        Assert.Contains("Other processes could not be informed", (await Assert.ThrowsAsync<BybitException>(() => exchange.TimeAsync())).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BybitException>(() => exchange.TimeAsync());
        Assert.Equal(1, scripted.Requests);
    }

    private BybitExchange Client(ScriptedExchange scripted) =>
        LocalExchange.Client(scripted.Address, o => o with { BanFolder = _folder, BanDuration = TimeSpan.FromMinutes(10) });
}
