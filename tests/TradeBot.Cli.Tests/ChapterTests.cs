using System.Text.Json.Nodes;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>The chapters on a year of real candles, given by parameter.</summary>
public sealed class ChapterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-chapters-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task The_backtest_chapter_adds_up_on_a_year_of_real_candles()
    {
        string data = Repository.Shared("data", "binance-spot", "BTCUSDT_1m_2023.csv.gz");
        string output = Path.Combine(_folder, "results");
        string text = await TextOfAsync("04-backtest", $"data={data}", $"output={output}");

        // 365 days of 96 quarters of an hour, without the five that the outage of 24 March left incomplete.
        Assert.Contains("BTCUSDT 15m (2023-01-01 to 2024-01-01, 35,035 candles, 1 gap (5 candles missing)", text, StringComparison.Ordinal);
        Assert.Matches(@"Fills at prices that no candle shows\s+0 of [1-9]\d{2,}", text);
        Assert.Matches(@"Cash at the end, by the engine\s+(\d+\.\d+)\s+Cash at the end, added up from the fills\s+\1\s", text);
        Assert.Equal(2, Occurrences(text, "Result: causal"));
        Assert.Matches(@"Causal\s+no\s+Caught by\s+Held", text);
        Assert.Matches(@"Candles the same, to the bit\s+yes\s+Fills and equity the same, to the bit\s+yes", text);
        Assert.True(File.Exists(Path.Combine(output, "tear-sheet.html")));

        // What cannot be known of a candle is bounded, and the minutes inside lie between the bounds.
        double[] worst = Numbers(text, "the worse first (default)"), best = Numbers(text, "the better first"), inside = Numbers(text, "by the minutes inside");
        Assert.InRange(worst[0], 10, 1000);
        Assert.InRange(inside[0], 0, worst[0] / 4);
        Assert.InRange(inside[1], worst[2], worst[3]);
        Assert.Equal(worst[3], best[1]);
    }

    [SkippableFact]
    public async Task The_noise_chapter_calls_the_best_average_of_a_real_year_luck()
    {
        string data = Repository.Shared("data", "binance-spot", "BTCUSDT_1h_2023.csv.gz");
        string text = await TextOfAsync("07-noise", $"data={data}", "years=4");

        Assert.Contains("BTCUSDT: does the first half foretell the second?", text, StringComparison.Ordinal);
        Assert.Equal(2, Occurrences(text, "Trials counted: 100 "));
        Assert.Equal(1, Occurrences(text, "The best of 100 trials is indistinguishable from luck"));
        Assert.Equal(1, Occurrences(text, "The best of 100 trials is unlikely to be luck"));
    }

    private async Task<string> TextOfAsync(string chapter, params string[] parameters)
    {
        CommandRun run = await CommandRun.OfAsync(
            ["notebook", "run", Repository.PathOf("notebooks", $"{chapter}.ipynb"), "--out", _folder, .. parameters.SelectMany(p => (string[])["-p", p])]);
        Assert.True(run.ExitCode == 0, run.Output);

        string text = string.Join('\n', JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, $"{chapter}.ipynb")))!["cells"]!.AsArray()
            .SelectMany(cell => cell!["outputs"]?.AsArray() ?? [])
            .Select(output => output!["data"]?["text/plain"])
            .OfType<JsonArray>()
            .Select(lines => string.Concat(lines.Select(line => (string?)line))));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        return text;
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    /// <summary>The numbers of the table row that begins with a heading.</summary>
    private static double[] Numbers(string text, string heading) => [.. text
        .Split('\n')
        .First(line => line.StartsWith(heading + "  ", StringComparison.Ordinal))[heading.Length..]
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
