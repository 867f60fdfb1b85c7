using System.Globalization;
using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public sealed class ResultExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    public void Two_runs_write_the_same_bytes(ExportFormat format)
    {
        foreach (string run in (string[])["a", "b"])
            Backtest.Run(MarketGenerator.Single(count: 5_000, seed: 11), new SmaCross(10, 30)).Export(Path.Combine(_folder, run), format);

        string[] names = [.. Directory.GetFiles(Path.Combine(_folder, "a")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        string[] tables = ["ambiguity.csv", "borrowing.csv", "bounds.csv", "equity.csv", "figures.csv", "fills.csv", "funding.csv", "liquidations.csv", "manifest.json", "months.csv", "no_trade_reasons.csv", "orders.csv", "refusals.csv", "trades.csv"];
        Assert.Equal(format == ExportFormat.Json ? ["result.json"] : tables, names);
        Assert.All(names, name => Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder, "a", name)), File.ReadAllBytes(Path.Combine(_folder, "b", name))));
    }

    [Fact]
    public void Numbers_and_times_are_invariant()
    {
        Backtest.Run(Market.OfCloses(100, 100, 110, 110), Market.Wanting(1, 1, 0), Market.Free).Export(_folder);
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "trades.csv"));
        Assert.Equal("symbol,side,entry_time,exit_time,quantity,entry_price,exit_price,fees,profit,return,adverse_excursion,favourable_excursion,open,liquidated,exit_reason", lines[0]);
        Assert.StartsWith("TEST,long,2024-01-01T00:01:00Z,2024-01-01T00:03:00Z,10", lines[1], StringComparison.Ordinal);
        Assert.Contains(",0.1,0,0.1", lines[1], StringComparison.Ordinal);
        Assert.Equal("1704067260000,1000,0,0", File.ReadLines(Path.Combine(_folder, "equity.csv")).ElementAt(1));
    }

    /// <summary>What was written, read back, is what was run: random orders, partial fills, funding, refusals and guesses inside candles.</summary>
    [Fact]
    public void What_is_read_back_is_what_was_run()
    {
        foreach (int seed in Enumerable.Range(0, 40))
        {
            BacktestResult run = RandomRuns.Run(seed);
            run.Export(_folder, ExportFormat.Json);
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "result.json")));
            JsonElement root = document.RootElement;

            Assert.Equal(run.Manifest.ResultHash, root.GetProperty("manifest").GetProperty("resultHash").GetString());
            Assert.Equal(run.Trades.Select(t => (t.Symbol, t.EntryTime, t.ExitTime, t.Quantity, t.Profit, t.Return, t.IsOpen)), Rows(root, "trades").Select(r => (
                r["symbol"].GetString()!, Time(r["entry_time"]), Time(r["exit_time"]), r["quantity"].GetDecimal(), r["profit"].GetDecimal(), Number(r["return"]), r["open"].GetBoolean())));
            Assert.Equal(run.Fills.Select(f => (f.Time, f.Quantity, f.Price, f.Fee, f.Slippage, f.Order, f.IsMaker)), Rows(root, "fills").Select(r => (
                Time(r["time"]), r["quantity"].GetDecimal(), r["price"].GetDecimal(), r["fee"].GetDecimal(), r["slippage"].GetDecimal(), r["order"].GetInt64(), r["maker"].GetBoolean())));
            Assert.Equal(run.Orders.Select(o => (o.Id, o.Quantity, o.Remaining, o.LimitPrice, o.StopPrice, o.CreatedAt, o.EndedAt, o.Reason ?? "")), Rows(root, "orders").Select(r => (
                r["id"].GetInt64(), r["quantity"].GetDecimal(), r["remaining"].GetDecimal(), Number(r["limit_price"]), Number(r["stop_price"]), Time(r["created"]),
                r["ended"].ValueKind == JsonValueKind.Null ? (DateTime?)null : Time(r["ended"]), r["reason"].GetString() ?? "")));
            Assert.Equal(run.Funding, Rows(root, "funding").Select(r => new FundingPayment(Time(r["time"]), r["symbol"].GetString()!, r["amount"].GetDecimal())));
            Assert.Equal(run.Borrowing, Rows(root, "borrowing").Select(r => new BorrowPayment(Time(r["time"]), r["symbol"].GetString()!, r["amount"].GetDecimal())));
            Assert.Equal(run.Liquidations, Rows(root, "liquidations").Select(r => new Liquidation(
                Time(r["time"]), r["symbol"].GetString()!, r["quantity"].GetDecimal(), r["price"].GetDecimal(), r["fee"].GetDecimal(),
                Number(r["equity"]), Number(r["maintenance_margin"]), r["order"].GetInt64())));
            Assert.Equal(run.Refusals, Rows(root, "refusals").Select(r => new OrderRefusal(Time(r["time"]), r["symbol"].GetString()!, r["reason"].GetString()!)));
            Assert.Equal(run.Ambiguity.Exits, Rows(root, "ambiguity").Select(r => new AmbiguousExit(
                Time(r["time"]), r["symbol"].GetString()!, Number(r["chosen"]), Number(r["pessimistic"]), Number(r["optimistic"]))));
            Assert.Equal([run.Equity.Final, run.Ambiguity.PessimisticFinal, run.Ambiguity.OptimisticFinal], Rows(root, "bounds").Select(r => Number(r["final_equity"])));
            Assert.Equal(run.Equity.Values.ToArray(), Rows(root, "equity").Select(r => Number(r["equity"])));
            Assert.Equal(run.Equity.Drawdowns(), Rows(root, "equity").Select(r => Number(r["drawdown"])));
            Assert.Equal(run.Performance.Months, Rows(root, "months").Select(r => new MonthlyReturn(r["year"].GetInt32(), r["month"].GetInt32(), Number(r["return"]))));
            Assert.Equal(
                run.Performance.Figures.Select(f => (f.Name, f.Value)),
                Rows(root, "figures").Select(r => (r["name"].GetString()!, Number(r["value"]))));
        }
    }

    [Fact]
    public void Csv_and_json_hold_the_same_rows()
    {
        BacktestResult run = RandomRuns.Run(4);
        run.Export(_folder);
        run.Export(_folder, ExportFormat.Json);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "result.json")));
        string[] prices = [.. File.ReadLines(Path.Combine(_folder, "fills.csv")).Skip(1).Select(line => line.Split(',')[4])];
        Assert.Equal(prices, Rows(document.RootElement, "fills").Select(r => r["price"].GetRawText()));
        Assert.Equal("exit_reason", File.ReadLines(Path.Combine(_folder, "fills.csv")).First().Split(',')[^1]);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named_and_keeps_what_it_held()
    {
        string blocked = Path.Combine(_folder, "file");
        File.WriteAllText(blocked, "kept");
        IOException error = Assert.Throws<IOException>(() => Backtest.Run(Market.OfCloses(100, 101), new BuyAndHold()).Export(blocked));
        Assert.Contains(blocked, error.Message, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(blocked));
    }

    private static IEnumerable<Dictionary<string, JsonElement>> Rows(JsonElement root, string table)
    {
        JsonElement element = root.GetProperty(table);
        string[] columns = [.. element.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)];
        return element.GetProperty("rows").EnumerateArray().Select(row => columns.Zip(row.EnumerateArray()).ToDictionary(p => p.First, p => p.Second));
    }

    private static DateTime Time(JsonElement value) => DateTime.Parse(
        value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => double.Parse(value.GetString()!, CultureInfo.InvariantCulture), // infinity
        _ => value.GetDouble(),
    };
}
