using Microsoft.Playwright;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>The page of each chapter as a reader's browser shows it.</summary>
public sealed class ChapterPageTests : IDisposable
{
    private const int LargestPage = 3_000_000, FewestDots = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-pages-").FullName;

    public static TheoryData<string> Chapters => [.. Directory
        .EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableTheory]
    [MemberData(nameof(Chapters))]
    public async Task A_page_asks_for_nothing_complains_of_nothing_and_draws_its_charts(string chapter)
    {
        string page = await RenderAsync(chapter);
        Assert.InRange(new FileInfo(page).Length, 1, LargestPage);
        await using BrowserPage browser = await BrowserPage.OpenAsync(page);

        await browser.DrawChartsAsync();

        foreach (ILocator chart in await browser.Page.Locator(".chart-live, svg.tb-chart").AllAsync())
        {
            if (await chart.IsVisibleAsync())
                Assert.InRange(await browser.InkAsync(chart), FewestDots, int.MaxValue);
        }

        Assert.Empty(browser.Requests);
        Assert.Empty(browser.Messages);
    }

    [SkippableTheory]
    [MemberData(nameof(Chapters))]
    public async Task A_page_is_read_on_a_phone_on_a_wide_screen_by_day_and_by_night(string chapter)
    {
        await using BrowserPage browser = await BrowserPage.OpenAsync(await RenderAsync(chapter));

        Assert.Empty(await browser.FaintAsync());
        Assert.InRange(await browser.OverflowAsync(400), int.MinValue, 0);
        Assert.InRange(await browser.OverflowAsync(1600), int.MinValue, 0);
        await browser.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await browser.FaintAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Chapters))]
    public async Task Without_scripts_and_on_paper_a_page_shows_every_chart_whole(string chapter)
    {
        await using BrowserPage browser = await BrowserPage.OpenAsync(await RenderAsync(chapter), runsScripts: false);

        foreach (ILocator chart in await browser.Page.Locator("svg.tb-chart").AllAsync())
            Assert.True(await chart.IsVisibleAsync(), $"{chapter}: {await chart.Locator("> title").TextContentAsync()} is not shown.");
        Assert.Empty(await browser.CutInPrintAsync());
        byte[] pdf = await browser.Page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        Assert.Empty(browser.Messages);
    }

    private async Task<string> RenderAsync(string chapter)
    {
        (int code, _, string error) = await Cli.RunAsync("notebook", "render", Repository.PathOf("notebooks", $"{chapter}.ipynb"), "--out", _folder);
        Assert.True(code == 0, error);
        return Path.Combine(_folder, $"{chapter}.html");
    }
}
