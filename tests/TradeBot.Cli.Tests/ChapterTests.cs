using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator;
using TradeBot.Learning;
using TradeBot.MarketData;
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
        Assert.Matches(@"Fills at prices outside the candles\s+0 of [1-9]\d{2,}", text);
        Assert.Matches(@"Final cash of the engine\s+(\d+\.\d+)\s+Final cash from the fills\s+\1\s", text);
        Assert.Equal(2, Occurrences(text, "Result: causal"));
        Assert.Matches(@"Causal\s+no\s+Caught by\s+Held", text);
        Assert.Matches(@"Candles bit-identical\s+yes\s+Fills and equity bit-identical\s+yes", text);
        Assert.True(File.Exists(Path.Combine(output, "tear-sheet.html")));

        // What cannot be known of a candle is bounded, and the minutes inside lie between the bounds.
        double[] worst = Numbers(text, "pessimistic (default)"), best = Numbers(text, "optimistic"), inside = Numbers(text, "one-minute candles");
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

        Assert.Contains("BTCUSDT: does the first half predict the second?", text, StringComparison.Ordinal);
        Assert.Equal(2, Occurrences(text, "Trials counted: 100 "));
        Assert.Equal(1, Occurrences(text, "The best of 100 trials is indistinguishable from luck"));
        Assert.Equal(1, Occurrences(text, "The best of 100 trials is unlikely to be luck"));
    }

    [Fact]
    public void The_recorded_noise_is_called_luck_and_the_recorded_planted_signal_is_not()
    {
        string text = TextIn(Repository.PathOf("notebooks", "07-noise.ipynb"));

        Assert.Equal(1, Occurrences(text, "The best of 100 trials is indistinguishable from luck"));
        Assert.Equal(1, Occurrences(text, "The best of 100 trials is unlikely to be luck"));
    }

    [SkippableFact]
    public async Task The_fetch_chapter_brings_real_candles_with_their_outage_from_an_exchange_that_has_them()
    {
        CandleSeries year = CandleCsv.Read(Repository.Shared("data", "binance-spot", "BTCUSDT_1m_2023.csv.gz"));
        CandleSeries days = year.Between(new DateTime(2023, 3, 20, 0, 0, 0, DateTimeKind.Utc), new DateTime(2023, 3, 28, 0, 0, 0, DateTimeKind.Utc));
        await using BybitEmulator exchange = await BybitEmulator.StartAsync(new EmulatorOptions { Candles = [days], Start = days.CloseTimeAt(days.Count - 1), Speed = 1 });

        string text = await TextOfAsync("01-fetch", $"exchange={exchange.Address}", "symbols=BTCUSDT", "from=2023-03-22", "to=2023-03-26");

        // Four days of 1,440 minutes, without the 80 of 24 March; the second fetch brings nothing.
        Assert.Matches(@"BTCUSDT\s+1m\s+5,680\s+5,680\s+80\s", text);
        Assert.Matches(@"BTCUSDT\s+1m\s+0\s+5,680\s+80\s", text);
        Assert.Contains("80 candles are missing from 2023-03-24 12:40", text, StringComparison.Ordinal);
        Assert.Contains("180 changes; bit-identical to the original: yes", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_features_chapter_finds_no_leak_in_two_months_of_real_minutes_but_the_planted_ones()
    {
        CandleSeries year = CandleCsv.Read(Repository.Shared("data", "binance-spot", "BTCUSDT_1m_2023.csv.gz"));
        CandleSeries weeks = year.Between(new DateTime(2023, 3, 15, 0, 0, 0, DateTimeKind.Utc), new DateTime(2023, 4, 12, 0, 0, 0, DateTimeKind.Utc));
        string data = Path.Combine(_folder, "BTCUSDT_1m.csv.gz");
        CandleCsv.Write(weeks, data);

        string text = await TextOfAsync("02-features", $"data={data}");

        Assert.Contains("Data set: BTCUSDT", text, StringComparison.Ordinal);
        Assert.Equal(1, Occurrences(text, "Result: clean"));
        Assert.Equal(1, Occurrences(text, "Result: looks ahead"));
        Assert.Matches(@"next return\s+1\.0000\s", text);
        double t = Numbers(text, "BTCUSDT")[0], planted = Numbers(text, "Planted signal")[0];
        Assert.InRange(t, 25, 28); // days of more than 1,000 rows
        Assert.Equal(28, planted);
    }

    [SkippableFact]
    public async Task The_training_chapter_evaluates_and_registers_on_half_a_real_year()
    {
        string data = Repository.Shared("data", "binance-spot", "BTCUSDT_15m_2023H1.csv.gz"), models = Path.Combine(_folder, "models");

        string text = await TextOfAsync("03-train", $"data={data}", $"models={models}", "trials=4");

        Assert.Contains("Data set: BTCUSDT", text, StringComparison.Ordinal);
        Assert.Equal(1, Occurrences(text, "Result: clean"));
        Assert.Equal(1, Occurrences(text, "Result: causal"));
        Assert.Contains("Trials counted: 4 ", text, StringComparison.Ordinal);
        Assert.Matches(@"\n\s+3\s+1[\d,]+\s+16\s+16\s+[\d,]+\n", text); // the last fold: what overlaps and the embargo are left out
        Assert.Matches(@"predictions of the loaded model\s+([1-9]\d{2,}) of \1\s", text);
        Assert.Contains("is licensed for paper, not for live", text, StringComparison.Ordinal);
        Assert.InRange(Numbers(text, "logistic(C=1)")[0], 0.40, 0.60); // an AUC: real candles predict little
        Assert.Equal(["direction"], ModelRegistry.Open(models).Models);
    }

    [SkippableFact]
    public async Task The_optimisation_chapter_counts_every_trial_and_keeps_a_quarter_of_a_real_year_away()
    {
        string data = Repository.Shared("data", "binance-spot", "BTCUSDT_1h_2023.csv.gz");

        string text = await TextOfAsync("05-optimize", $"data={data}", "trials=20");

        // 10 by 13 pairs, then 20 trials of each sampler on the same candles, all counted.
        Assert.Equal((130, 150, 170), (Numbers(text, "grid")[1], Numbers(text, "random")[1], Numbers(text, "TPE")[1]));
        Assert.Matches(@"search\s+6,56\d\s+2023-01-01 00:00\s+2023-10-0", text);
        Assert.Matches(@"holdout\s+2,19\d\s", text);
        Assert.Matches(@"The best of 170 trials is (indistinguishable from luck|not clearly more than luck|unlikely to be luck)", text);
        Assert.Equal(5, System.Text.RegularExpressions.Regex.Count(text, @"\n\s+\d\s+\d+\s+\d+\s+fast=\d+, slow=\d+\s"));
    }

    [SkippableFact]
    public async Task The_portfolio_chapter_adds_up_on_half_a_real_year_of_two_symbols()
    {
        string store = Path.Combine(_folder, "store");
        foreach (string symbol in (string[])["ETHUSDT", "SOLUSDT"])
        {
            CandleSeries half = CandleCsv.Read(Repository.Shared("data", "binance-spot", $"{symbol}_1m_2023H1.csv.gz"));
            CandleStore.Open(store).Replace(half.Between(new DateTime(2023, 3, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2023, 5, 1, 0, 0, 0, DateTimeKind.Utc)));
        }

        string text = await TextOfAsync("06-multi-asset", $"data={store}", "symbols=ETHUSDT,SOLUSDT");

        // 61 days of 96 quarters; the outage of 24 March is missing from all.
        Assert.Matches(@"ETHUSDT\s+87,760\s+5,85\d\s+1,46\d\s+80\s", text);
        Assert.Contains("Result: causal", text, StringComparison.Ordinal);
        Assert.Matches(@"Final equity alone\s+([\d,.]+)\s+Final equity beside others\s+\1\s+Fills identical\s+yes", text);
        Assert.InRange(Numbers(text, "limited")[^1], 1, 100_000);
    }

    private async Task<string> TextOfAsync(string chapter, params string[] parameters)
    {
        CommandRun run = await CommandRun.OfAsync(
            ["notebook", "run", Repository.PathOf("notebooks", $"{chapter}.ipynb"), "--out", _folder, .. parameters.SelectMany(p => (string[])["-p", p])]);
        Assert.True(run.ExitCode == 0, run.Output);

        string text = TextIn(Path.Combine(_folder, $"{chapter}.ipynb"));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        return text;
    }

    private static string TextIn(string notebook) => string.Join('\n', JsonNode.Parse(File.ReadAllText(notebook))!["cells"]!.AsArray()
        .SelectMany(cell => cell!["outputs"]?.AsArray() ?? [])
        .Select(output => output!["data"]?["text/plain"])
        .OfType<JsonArray>()
        .Select(lines => string.Concat(lines.Select(line => (string?)line))));

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    /// <summary>The numbers of the table row that begins with a heading.</summary>
    private static double[] Numbers(string text, string heading) => [.. text
        .Split('\n')
        .First(line => line.StartsWith(heading + "  ", StringComparison.Ordinal))[heading.Length..]
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(number => double.TryParse(number.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
}
