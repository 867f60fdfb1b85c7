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
            Assert.Empty(await browser.CutOffAsync(400));
            Assert.Empty(await browser.CutOffAsync(360));
            Assert.InRange(await browser.OverflowAsync(1600), int.MinValue, 0);
            await browser.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            Assert.Empty(await browser.FaintAsync());
            Assert.InRange(await browser.InkAsync(browser.Page.Locator("svg.tb-wide").First), 1_000, int.MaxValue);
            Assert.Empty(await browser.CutInPrintAsync());
        }
    }

    [SkippableFact]
    public async Task Contents_stand_beside_the_title_on_a_wide_screen_and_under_a_fold_after_the_figures_on_a_phone()
    {
        string page = (await WriteAsync())[0];
        await using BrowserPage browser = await BrowserPage.OpenAsync(page);
        foreach (int width in (int[])[1200, 1600, 2200])
        {
            await browser.Page.SetViewportSizeAsync(width, 900);
            (double Left, double Top, double Right, double Bottom) contents = await browser.BoxAsync("nav.tb-contents"), title = await browser.BoxAsync("h1");
            Assert.True(contents.Right <= title.Left && contents.Top < title.Bottom, $"At {width} px the contents are not beside the title: {contents}, {title}.");
            Assert.False(await browser.Page.Locator("details.tb-fold").IsVisibleAsync());
        }

        await browser.Page.SetViewportSizeAsync(400, 900);
        Assert.False(await browser.Page.Locator("nav.tb-contents").IsVisibleAsync());
        Assert.True(await browser.Page.Locator("details.tb-fold").IsVisibleAsync());
        Assert.True((await browser.BoxAsync("h1")).Top < 60, "The title is not at the top.");
        Assert.True((await browser.BoxAsync("details.tb-fold")).Bottom - (await browser.BoxAsync("details.tb-fold")).Top < 60, "The fold is open.");
    }

    [SkippableFact]
    public async Task Decimal_points_of_the_table_of_figures_stand_under_one_another()
    {
        await using BrowserPage browser = await BrowserPage.OpenAsync((await WriteAsync())[0]);

        double[] places = await browser.Page.EvaluateAsync<double[]>(
            """
            () => [...document.querySelectorAll("table")].filter(t => t.querySelector("th")?.textContent === "Figure").flatMap(t => [...t.querySelectorAll("td:nth-child(2)")]).filter(td => td.textContent.includes(".")).map(td => {
              const range = document.createRange(), text = td.firstChild;
              range.setStart(text, text.data.indexOf(".")); range.setEnd(text, text.data.indexOf(".") + 1);
              return range.getBoundingClientRect().left;
            })
            """);

        Assert.True(places.Length > 20);
        Assert.InRange(places.Max() - places.Min(), 0, 1);
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
