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
        BTCUSDT              1.23%           5
        <script>x</script>     n/a       12.50

        """.ReplaceLineEndings("\n"),
        Trades.ToText());

    [Fact]
    public void Html_holds_the_cells_as_text_never_as_markup()
    {
        IDocument page = new HtmlParser().ParseDocument(Trades.ToHtmlFragment());

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(["BTCUSDT", "1.23%", "5", "<script>x</script>", "n/a", "12.50"], page.QuerySelectorAll("td").Select(c => c.TextContent));
        Assert.Equal("Fee USDT", page.QuerySelectorAll("th")[^1].TextContent);
        Assert.Equal(["col"], page.QuerySelectorAll("th").Select(h => h.GetAttribute("scope")!).Distinct());
        Assert.Null(page.QuerySelector(".tb")!.ParentElement!.Closest(".tb"));
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
