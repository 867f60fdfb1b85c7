using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TradeBot.Reporting.Tests.Tables;

public class TableTests
{
    private static readonly Table Trades = Table.Of(new[] { ("BTCUSDT", 0.0123, 5m), ("<script>x</script>", double.NaN, 12.50m) })
        .Column("Symbol", t => t.Item1)
        .Column("Return", t => t.Item2, ValueFormat.Percent())
        .Column("Fee", t => t.Item3, unit: "USDT")
        .Build()
        .WithCaption("Trades");

    [Fact]
    public void Text_is_aligned_with_numbers_to_the_right() => Assert.Equal(
        """
        Trades
        Symbol              Return  Fee (USDT)
        ------------------  ------  ----------
        BTCUSDT              1.23%        5.00
        <script>x</script>     n/a       12.50

        """.ReplaceLineEndings("\n"),
        Trades.ToText());

    [Fact]
    public void Html_holds_the_cells_as_text_never_as_markup()
    {
        IDocument page = new HtmlParser().ParseDocument(Trades.ToHtmlFragment());

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(["BTCUSDT", "1.23%", "5.00", "<script>x</script>", "n/a", "12.50"], page.QuerySelectorAll("td").Select(c => c.TextContent));
        Assert.Equal("Fee USDT", page.QuerySelectorAll("th")[^1].TextContent);
        Assert.Equal(["col"], page.QuerySelectorAll("th").Select(h => h.GetAttribute("scope")!).Distinct());
        Assert.Null(page.QuerySelector(".tb")!.ParentElement!.Closest(".tb"));
    }

    [Theory]
    [InlineData(5, "-4.9769 -5.3930 -10.0000 7.0000", -4.9769, -5.393, -10.0, 7.0)]
    [InlineData(3, "0.20 1.25 10.00 n/a", 0.2, 1.25, 10.0, double.NaN)]
    [InlineData(8, "42000.5 41999.0", 42000.5, 41999.0)]
    [InlineData(4, "1 20 300", 1.0, 20.0, 300.0)]
    public void Decimal_points_of_a_column_stand_under_one_another(int digits, string expected, params double[] values)
    {
        Table table = Table.Of(values).Column("Value", v => v, ValueFormat.Significant(digits)).Build();

        Assert.Equal(expected.Split(' '), table.Texts().Select(row => row[0].Replace(",", "", StringComparison.Ordinal)));
        Assert.Equal(expected.Split(' '), new HtmlParser().ParseDocument(table.ToHtmlFragment()).QuerySelectorAll("td").Select(cell => cell.TextContent.Replace(",", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Magnitudes_far_apart_are_aligned_by_spaces_as_wide_as_digits()
    {
        string[] cells = [.. Table.Of([42_000.5, 0.00012345, 3.0]).Column("Price", v => v, ValueFormat.Significant(6)).Build().Texts().Select(row => row[0])];

        Assert.Equal(["42,000.5\u2007\u2007\u2007\u2007\u2007\u2007\u2007", "0.00012345", "3\u2008\u2007\u2007\u2007\u2007\u2007\u2007\u2007\u2007"], cells);
    }

    [Fact]
    public void A_column_says_why_it_has_an_unknown_value_and_only_then()
    {
        TableBuilder<double> builder = Table.Of([1.5, double.NaN]).Column("Won", v => v, ValueFormat.Percent(), unknown: "there was no trade").Column("Other", _ => 1.0, unknown: "never");

        Table table = builder.Build().WithNote("2 rows.");

        Assert.EndsWith("2 rows.\nWon n/a: there was no trade.\n", table.ToText(), StringComparison.Ordinal);
        Assert.Equal(["2 rows.", "Won n/a: there was no trade."], new HtmlParser().ParseDocument(table.ToHtmlFragment()).QuerySelectorAll(".tb-note").Select(note => note.TextContent));
        Assert.DoesNotContain("n/a:", table.Head(1).ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(7, false)]
    [InlineData(14, true)]
    [InlineData(20, true)]
    public void A_table_wider_than_a_page_is_set_closer(int columns, bool isDense)
    {
        TableBuilder<double> builder = Table.Of([36_923.292]);
        for (int i = 0; i < columns; i++)
            builder = builder.Column($"Entry price {i}", v => v);

        Assert.Equal(isDense, new HtmlParser().ParseDocument(builder.Build().ToHtmlFragment()).QuerySelector("table")!.ClassList.Contains("tb-dense"));
    }

    [Fact]
    public void A_table_wider_than_a_phone_carries_its_headings_in_each_cell()
    {
        Table narrow = Table.OfFacts([("a", "b")]);
        Table wide = Table.OfObjects(new[] { new { Symbol = "SYNBTC", EntryPrice = 42_000.25, ExitPrice = 43_000.5, Profit = 12.5, Return = 0.25 } });

        Assert.Empty(new HtmlParser().ParseDocument(narrow.ToHtmlFragment()).QuerySelectorAll("[data-h], .tb-stack"));
        IDocument page = new HtmlParser().ParseDocument(wide.ToHtmlFragment());
        Assert.NotNull(page.QuerySelector("table.tb-stack"));
        Assert.Equal(["Symbol", "EntryPrice", "ExitPrice", "Profit", "Return"], page.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-h")));
    }

    [Fact]
    public void Csv_keeps_full_precision_and_quotes_what_needs_it()
    {
        var table = Table.Of(new[] { ("a,\"b\"", 0.1 + 0.2, Samples.Start) })
            .Column("Name", r => r.Item1).Column("Value", r => r.Item2, ValueFormat.Percent(0)).Column("Time", r => r.Item3).Build();

        Assert.Equal("Name,Value,Time\n\"a,\"\"b\"\"\",0.30000000000000004,2024-03-01T00:00:00Z\n", table.ToCsv());
    }

    [Fact]
    public void Objects_show_their_public_properties()
    {
        var table = Table.OfObjects(new[] { new { Symbol = "A", Return = 0.5 }, new { Symbol = "B", Return = -0.5 } }, maximumRows: 1);

        Assert.Equal(["Symbol", "Return"], table.Columns.Select(c => c.Name));
        Assert.Equal("1 of 2 rows shown.", table.Note);
        Assert.Equal([(object?)"A", 0.5], Assert.Single(table.Rows));
    }

    [Fact]
    public void A_row_of_another_length_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Table([new TableColumn("a")], [[1], [1, 2]]));

        Assert.Contains("Expected 1 values in row 1, got 2", error.Message, StringComparison.Ordinal);
    }
}
