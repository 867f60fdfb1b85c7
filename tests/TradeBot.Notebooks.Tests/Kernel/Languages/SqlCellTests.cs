namespace TradeBot.Notebooks.Tests.Kernel.Languages;

public sealed class SqlCellTests : IDisposable
{
    private const string Trades = """
        record Trade(string Symbol, double Profit, DateTime Time, bool Win);
        var trades = new List<Trade> {
            new("BTC", 1.5, new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc), true),
            new("ETH", double.NaN, new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc), false),
            new("BTC", -0.5, new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Utc), false) };
        """;

    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_sequence_in_scope_is_a_table()
    {
        await _session.ValueAsync(Trades);
        await _session.ValueAsync("#!sql\nSELECT Symbol, sum(Profit) AS Profit, count(*) AS n, sum(Win) AS wins FROM trades GROUP BY Symbol ORDER BY Symbol");

        Assert.Equal("Symbol  Profit  n  wins\n------  ------  -  ----\nBTC          1  2     1\nETH     <null>  1     0", Shown().Text);
    }

    [Fact]
    public async Task Times_are_texts_that_the_date_functions_read()
    {
        await _session.ValueAsync(Trades);
        await _session.ValueAsync("#!sql\nSELECT strftime('%Y-%m', Time) AS month, count(*) AS n FROM trades GROUP BY month");

        Assert.Equal("month    n\n-------  -\n2024-01  2\n2024-02  1", Shown().Text);
    }

    [Fact]
    public async Task A_changed_variable_is_seen_by_the_next_cell()
    {
        await _session.ValueAsync("var numbers = new List<int> { 1, 2 };");
        await _session.ValueAsync("#!sql\nSELECT sum(value) AS total FROM numbers");
        await _session.ValueAsync("numbers.Add(10);");
        await _session.ValueAsync("#!sql\nSELECT sum(value) AS total FROM numbers");

        Assert.EndsWith("13", Shown().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_that_cells_make_stay_and_statements_run_once_each()
    {
        await _session.ValueAsync("int[] more = [3, 4];");
        await _session.ValueAsync("#!sql\nCREATE TABLE kept (n); INSERT INTO kept VALUES (1), (2); INSERT INTO kept SELECT value FROM more;");
        await _session.ValueAsync("#!sql\nSELECT count(*) AS n FROM kept; SELECT max(n) AS m FROM kept -- the last");

        Assert.Equal(["n\n-\n4", "m\n-\n4"], _session.Outputs.OfType<DisplayOutput>().Select(output => output.Data.Text));
    }

    [Fact]
    public async Task A_named_result_is_a_variable_of_csharp_and_can_be_shared_with_fsharp()
    {
        await _session.ValueAsync(Trades);
        await _session.ValueAsync("#!sql --name best\nSELECT Symbol, Profit FROM trades ORDER BY Profit DESC");

        Assert.Equal("BTC", await _session.ValueAsync("best[0].Get<string>(\"Symbol\")"));
        Assert.Equal("[1.5, -0.5, NaN]", await _session.ValueAsync("best.Column<double>(\"profit\")"));
        Assert.Equal("3", await _session.ValueAsync("#!fsharp\n#!share best --from sql\nbest.Count"));
        await _session.ValueAsync("#!sql\nSELECT count(*) AS n FROM best WHERE Profit > 0");
        Assert.Equal("n\n-\n1", Shown().Text);
    }

    [Fact]
    public async Task A_store_hands_out_its_tables_by_a_method_of_that_name()
    {
        await _session.ValueAsync("""
            class Store
            {
                public IEnumerable<(int Open, int Close)>? Table(string name) => name == "BTC_1m" ? [(1, 2), (2, 4)] : null;
            }
            var store = new Store();
            """);
        await _session.ValueAsync("#!sql\nSELECT sum(Item2 - Item1) AS gain FROM store.BTC_1m");

        Assert.Equal("gain\n----\n   3", Shown().Text);
        Assert.Equal("no such table: store.other", (await _session.ErrorAsync("#!sql\nSELECT 1 FROM store.other")).Message);
    }

    [Fact]
    public async Task A_mistake_names_the_line_of_its_statement()
    {
        CellError error = await _session.ErrorAsync("#!sql\nSELECT 1;\nSELEC 2;");

        Assert.Equal(("SqlError", 3), (error.Name, error.Line));
        Assert.Equal("near \"SELEC\": syntax error", error.Message);
        CellError late = await _session.ErrorAsync("#!sql\nCREATE TABLE u (n UNIQUE); INSERT INTO u VALUES (1);\n\nINSERT INTO u VALUES (1);");
        Assert.Equal(("UNIQUE constraint failed: u.n", 4), (late.Message, late.Line));
    }

    [Theory]
    [InlineData("SELECT Profitt FROM trades", "no such column: Profitt; there are Profit, Symbol")]
    [InlineData("SELECT t.Symbl FROM trades AS t", "no such column: t.Symbl; there are Symbol, Profit")]
    [InlineData("SELECT 1 FROM tradez", "no such table: tradez; there are trades, made")]
    [InlineData("SELECT x FROM made", "no such column: x; there is only_one")]
    [InlineData("SELECT 1; SELECT b FROM mad", "no such table: mad; there are made, trades")]
    public async Task A_missing_column_or_table_is_reported_with_those_that_there_are(string sql, string message)
    {
        await _session.ValueAsync("record Trade(string Symbol, double Profit); Trade[] trades = [new(\"BTC\", 1)];");
        await _session.ValueAsync("#!sql\nCREATE TABLE made (only_one)");

        Assert.Equal(message, (await _session.ErrorAsync("#!sql\n" + sql)).Message);
    }

    [Fact]
    public async Task A_name_for_no_result_is_refused()
    {
        Assert.Contains("no result to keep", (await _session.ErrorAsync("#!sql --name x\nCREATE TABLE a (b)")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_without_end_can_be_stopped()
    {
        await _session.ValueAsync("#!sql\nSELECT 1");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        CellResult result = await _session.RunAsync("#!sql\nWITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c", stop.Token);

        Assert.Equal(CellError.Cancelled, result.Error?.Name);
        await _session.ValueAsync("#!sql\nSELECT 2 AS two");
        Assert.EndsWith("2", Shown().Text, StringComparison.Ordinal);
    }

    private MimeBundle Shown() => Assert.Single(_session.Outputs.OfType<DisplayOutput>()).Data;
}
