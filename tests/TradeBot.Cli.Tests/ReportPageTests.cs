using Microsoft.Playwright;
using TradeBot.MarketData;

namespace TradeBot.Cli.Tests;

/// <summary>The pages that the report command writes, as a reader's browser shows them.</summary>
public sealed class ReportPageTests : IDisposable
{
    private const int LargestPage = 3_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task Every_page_is_small_quiet_readable_and_prints_whole()
    {
        foreach (string page in await WriteAsync())
        {
            Assert.InRange(new FileInfo(page).Length, 1, LargestPage);
            await using BrowserPage browser = await BrowserPage.OpenAsync(page);

            Assert.Empty(browser.Requests);
            Assert.Empty(browser.Messages);
            Assert.Empty(await browser.FaintAsync());
            Assert.InRange(await browser.OverflowAsync(400), int.MinValue, 0);
            Assert.InRange(await browser.OverflowAsync(1600), int.MinValue, 0);
            await browser.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            Assert.Empty(await browser.FaintAsync());
            Assert.InRange(await browser.InkAsync(browser.Page.Locator("svg.tb-wide").First), 1_000, int.MaxValue);
            Assert.Empty(await browser.CutInPrintAsync());
        }
    }

    private async Task<string[]> WriteAsync()
    {
        string data = PathOf("data"), studies = PathOf("studies"), cheap = PathOf("cheap"), dear = PathOf("dear");
        CandleStore.Open(data).Replace(MarketGenerator.Single(6_000, seed: 5));
        string[] on = ["--symbols", "SYN", "--timeframe", "5m", "--data", data];
        await RunAsync(["backtest", "ema-cross", .. on, "--out", cheap]);
        await RunAsync(["backtest", "ema-cross", .. on, "--out", dear, "--fees", "0.0002/0.001"]);
        await RunAsync(["optimize", "ema-cross", .. on, "--int", "fast=5..15:5", "--int", "slow=20..40:10", "--studies", studies, "--name", "cross"]);

        (string Name, string[] Command)[] reports =
        [
            ("backtest", ["backtest", cheap]), ("compare", ["compare", cheap, dear]), ("data", ["data", "SYN", "1m"]),
            ("study", ["study", "cross", "--studies", studies]), ("forward", ["walk-forward", "cross", "--folds", "3", "--studies", studies]),
        ];
        foreach ((string name, string[] command) in reports)
            await RunAsync(["report", .. command, "--data", data, "--out", PathOf(name + ".html")]);
        return [.. reports.Select(report => PathOf(report.Name + ".html"))];
    }

    private static async Task RunAsync(string[] arguments)
    {
        (int code, _, string error) = await Cli.RunAsync(arguments);
        Assert.True(code == 0, error);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
