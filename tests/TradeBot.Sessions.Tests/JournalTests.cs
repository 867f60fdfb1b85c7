using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Testing;
using TradeBot.Trading;
using TradeBot.Trading.Tests;

namespace TradeBot.Sessions.Tests;

public sealed class JournalTests : IDisposable
{
    private readonly string _folder = TestSessions.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_line_is_chained_to_the_one_before_as_anybody_can_check()
    {
        await TestSessions.RunAsync(TestSessions.Candles(1).Slice(0, 300), TestSessions.Options(_folder));
        string before = new('0', 64);
        string[] lines = await File.ReadAllLinesAsync(Segment(1));
        foreach (string line in lines)
        {
            // {"n":1,...,"hash":"…"}: the hash is over the hash before and everything up to the comma.
            int at = line.LastIndexOf(",\"hash\":\"", StringComparison.Ordinal);
            string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + line[..at])));
            using var document = JsonDocument.Parse(line);
            Assert.Equal(hash, document.RootElement.GetProperty("hash").GetString());
            before = hash;
        }

        JournalAudit audit = JournalAudit.Verify(_folder);
        Assert.Equal((true, (long)lines.Length, 1, 0L, before), (audit.IsIntact, audit.Lines, audit.Segments, audit.Ignored, audit.LastHash));
        Assert.Empty(audit.Remarks);
    }

    [Fact]
    public async Task An_intent_comes_before_the_venues_word_on_it()
    {
        await TestSessions.RunAsync(TestSessions.Candles(1).Slice(0, 600), TestSessions.Options(_folder));
        HashSet<long> intended = [];
        int answered = 0;
        foreach (JournalLine line in JournalFolder.Read(_folder).Lines)
        {
            if (line.Entry is IntentEntry intent)
                intended.Add(intent.Order);
            if (line.Entry is OrderEntry { State: OrderState.Working } order)
            {
                Assert.Contains(order.Order, intended);
                answered++;
            }
        }

        Assert.True(answered > 20, $"Only {answered} orders: there is nothing to see.");
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.93)]
    public async Task A_session_that_goes_on_in_a_new_process_ends_as_one_that_was_never_interrupted(double part)
    {
        CandleSeries candles = TestSessions.Candles(2);
        SessionResult whole = await TestSessions.RunAsync(candles, TestSessions.Options());
        await TestSessions.RunAsync(candles.Slice(0, (int)(part * candles.Count)), TestSessions.Options(_folder));
        SessionResult rest = await TestSessions.RunAsync(candles, TestSessions.Options(_folder));

        AssertSame(whole, rest);
        Assert.Equal(2, JournalAudit.Verify(_folder).Segments);
        AssertSame(whole, SessionResult.Read(_folder));
    }

    [Fact]
    public async Task What_follows_from_the_last_moment_is_written_where_it_is_missing()
    {
        // The process may die between the moment and each of its outcomes: cut the journal after every line of a stretch.
        CandleSeries candles = TestSessions.Candles(3).Slice(0, 150);
        SessionResult whole = await TestSessions.RunAsync(candles, TestSessions.Options());
        await TestSessions.RunAsync(candles, TestSessions.Options(_folder));
        string[] lines = await File.ReadAllLinesAsync(Segment(1));
        int first = Array.FindIndex(lines, l => l.Contains("\"kind\":\"intent\"", StringComparison.Ordinal)) - 2;
        for (int count = first; count < first + 25; count++)
        {
            string cut = TestSessions.NewFolder();
            await File.WriteAllTextAsync(Path.Combine(cut, "journal-000001.jsonl"), string.Concat(lines.Take(count).Select(l => l + "\n")));
            await File.WriteAllTextAsync(Path.Combine(cut, "lease-000001.json"), "{\"until\":\"2020-01-01T00:00:00Z\",\"owner\":\"nobody\"}");
            SessionResult rest = await TestSessions.RunAsync(candles, TestSessions.Options(cut) with { Folder = cut });
            Assert.Equal(whole.Fills, rest.Fills);
            Assert.Equal(whole.Summary.Cash, rest.Summary.Cash);
            Directory.Delete(cut, recursive: true);
        }
    }

    [Fact]
    public async Task A_torn_last_line_is_left_out_and_the_next_segment_says_so()
    {
        CandleSeries candles = TestSessions.Candles(4).Slice(0, 500);
        SessionResult whole = await TestSessions.RunAsync(candles, TestSessions.Options());
        await TestSessions.RunAsync(candles.Slice(0, 300), TestSessions.Options(_folder));
        byte[] bytes = await File.ReadAllBytesAsync(Segment(1));
        await File.WriteAllBytesAsync(Segment(1), bytes[..^(JournalLine.Origin.Length + 20)]);

        JournalAudit torn = JournalAudit.Verify(_folder);
        Assert.True(torn.IsIntact);
        Assert.Contains("is incomplete", Assert.Single(torn.Remarks), StringComparison.Ordinal);
        AssertSame(whole, await TestSessions.RunAsync(candles, TestSessions.Options(_folder)));
        Assert.Contains(JournalFolder.Read(_folder).Lines, l => l.Entry is ContinuedEntry { Repaired: { } said } && said.Contains("is incomplete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_journal_that_was_changed_is_refused_with_its_file_and_line()
    {
        await TestSessions.RunAsync(TestSessions.Candles(5).Slice(0, 300), TestSessions.Options(_folder));
        string[] lines = await File.ReadAllLinesAsync(Segment(1));
        int at = Array.FindIndex(lines, l => l.Contains("\"kind\":\"filled\"", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("\"fee\":", "\"fee\":1", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Segment(1), string.Concat(lines.Select(l => l + "\n")));

        JournalAudit audit = JournalAudit.Verify(_folder);
        Assert.False(audit.IsIntact);
        Assert.Contains($"line {at + 1}", Assert.Single(audit.Remarks), StringComparison.Ordinal);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Session.Open(TestSessions.Rule(), TestSessions.Options(_folder)));
        Assert.Contains($"line {at + 1}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_taken_out_or_put_elsewhere_is_found()
    {
        await TestSessions.RunAsync(TestSessions.Candles(5).Slice(0, 100), TestSessions.Options(_folder));
        string[] lines = await File.ReadAllLinesAsync(Segment(1));
        string[][] changed = [[.. lines.Where((_, i) => i != 50)], [.. lines.Take(50), lines[51], lines[50], .. lines.Skip(52)], [.. lines.Take(50), .. lines.Skip(49)]];
        foreach (string[] other in changed)
        {
            await File.WriteAllTextAsync(Segment(1), string.Concat(other.Select(l => l + "\n")));
            Assert.False(JournalAudit.Verify(_folder).IsIntact);
        }
    }

    [Fact]
    public async Task Another_version_other_terms_and_another_strategy_are_refused_by_a_sentence()
    {
        CandleSeries candles = TestSessions.Candles(6).Slice(0, 200);
        SessionOptions options = TestSessions.Options(_folder);
        await TestSessions.RunAsync(candles, options);
        Assert.Contains("terms", Assert.Throws<InvalidDataException>(() => Session.Open(TestSessions.Rule(), options with { Terms = options.Terms with { Cash = 1m } })).Message, StringComparison.Ordinal);
        Assert.Contains("strategy", Assert.Throws<InvalidDataException>(() => Session.Open(Strategies.EmaCross.Rule(3, 9), options)).Message, StringComparison.Ordinal);

        var later = (OpenedEntry)JournalFolder.Read(_folder).Lines[0].Entry with { Format = 2 };
        await File.WriteAllTextAsync(Segment(1), JournalLine.Write(1, DateTime.UnixEpoch, later, JournalLine.Origin, out _) + "\n");
        foreach (string segment in Directory.EnumerateFiles(_folder, "journal-*").Where(f => f != Segment(1)))
            File.Delete(segment);
        Assert.Contains("version 2", Assert.Throws<InvalidDataException>(() => Session.Open(TestSessions.Rule(), options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strategy_that_no_longer_does_the_same_is_refused()
    {
        CandleSeries candles = TestSessions.Candles(7).Slice(0, 300);
        bool sells = false;
        Strategies.IStrategy changing = Market.Deciding((moment, targets) => targets[0] = moment > 20 ? sells ? -1 : 1 : 0);
        await TestSessions.RunAsync(candles, TestSessions.Options(_folder), changing);
        sells = true;
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Session.Open(changing, TestSessions.Options(_folder)));
        Assert.Contains("The strategy, its terms or the program have changed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_figures_equal_a_recomputation_from_the_lines_across_days_and_restarts()
    {
        CandleSeries candles = TestSessions.Candles(8);
        SessionResult result = await TestSessions.RunAsync(candles.Slice(0, 700), TestSessions.Options(_folder));
        result = await TestSessions.RunAsync(candles, TestSessions.Options(_folder));
        Assert.True(result.Equity[^1].Time - result.Equity[0].Time > TimeSpan.FromDays(7));

        // Plain JSON, one account in cash and one symbol.
        decimal cash = 0, held = 0, fees = 0;
        double close = 0, day = 0, week = 0, last = 0, start = 0;
        DateTime? today = null, monday = null;
        foreach (JsonElement entry in Directory.EnumerateFiles(_folder, "journal-*").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("entry")))
        {
            switch (entry.GetProperty("kind").GetString())
            {
                case "opened":
                    cash = entry.GetProperty("cash").GetDecimal();
                    start = day = week = last = (double)cash;
                    break;
                case "candle":
                    close = entry.GetProperty("prices")[3].GetDouble();
                    continue; // equity is that of the last moment until the next
                case "moment":
                    DateTime date = DateTime.UnixEpoch.AddMilliseconds(entry.GetProperty("time").GetInt64() - 1).Date;
                    DateTime first = date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
                    if (date != today)
                        (today, day) = (date, last);
                    if (first != monday)
                        (monday, week) = (first, last);
                    break;
                case "filled":
                    bool buys = entry.GetProperty("side").GetString() == "buy";
                    cash -= entry.GetProperty("paid").GetDecimal() + entry.GetProperty("fee").GetDecimal();
                    fees += entry.GetProperty("fee").GetDecimal();
                    held += (buys ? 1 : -1) * entry.GetProperty("quantity").GetDecimal();
                    break;
            }

            last = (double)cash + (double)held * close;
        }

        SessionSummary summary = result.Summary;
        Assert.Equal((cash, fees), (summary.Cash, summary.Fees));
        Assert.Equal((last, last - day, last - week, last - start), (summary.Equity, summary.Today, summary.ThisWeek, summary.Total));
        Assert.Equal(held, summary.Positions.Sum(p => p.Quantity));
        Assert.Equal(result.Summary.ToString(), SessionResult.Read(_folder).Summary.ToString());
        Assert.NotEqual(summary.Today, summary.Total);
        Assert.NotEqual(summary.Today, summary.ThisWeek);
    }

    internal static void AssertSame(SessionResult expected, SessionResult actual)
    {
        Assert.Equal(expected.Fills, actual.Fills);
        Assert.Equal(expected.Refusals, actual.Refusals);
        Assert.Equal(expected.Equity, actual.Equity);
        Assert.Equal(expected.Summary.Cash, actual.Summary.Cash);
        Assert.Equal(expected.Summary.Positions, actual.Summary.Positions);
        Assert.Equal(expected.Summary.WorkingOrders, actual.Summary.WorkingOrders);
        Assert.Equal(expected.Differences, actual.Differences);
    }

    private string Segment(int token) => Path.Combine(_folder, $"journal-{token:000000}.jsonl");
}
