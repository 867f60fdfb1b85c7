using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Formatting;

public class ValueFormatterTests
{
    public static TheoryData<object?, string> Scalars => new()
    {
        { null, "<null>" },
        { "a\nb", "a\nb" },
        { "", "" },
        { 'c', "c" },
        { true, "True" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1e21, "1E+21" },
        { double.NaN, "NaN" },
        { 1.10m, "1.10" },
        { 12345678, "12345678" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2024, 1, 31, 9, 5, 0, DateTimeKind.Utc), "2024-01-31 09:05:00Z" },
        { new DateTime(2024, 1, 31, 9, 5, 0, 120, DateTimeKind.Unspecified), "2024-01-31 09:05:00.12" },
        { new DateTimeOffset(2024, 1, 31, 9, 5, 0, TimeSpan.FromHours(2)), "2024-01-31 09:05:00+02:00" },
        { new DateOnly(2024, 1, 31), "2024-01-31" },
        { new TimeSpan(1, 2, 3, 4), "1.02:03:04" },
        { typeof(Dictionary<string, int?>), "Dictionary<string, int?>" },
        { new ArgumentException("bad"), "ArgumentException: bad" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_single_value_is_plain_text_and_nothing_else(object? value, string text)
    {
        MimeBundle bundle = ValueFormatter.Format(value);

        Assert.Equal(text, bundle.Text);
        Assert.Equal([MimeBundle.PlainText], bundle.MimeTypes);
    }

    [Fact]
    public void A_sequence_of_values_with_members_is_a_table_with_columns()
    {
        var trades = new[] { new Trade("BTC", 1.5), new Trade("<ETH>", -20) };

        MimeBundle bundle = ValueFormatter.Format(trades);

        Assert.Equal(
            """
            Symbol  Profit
            ------  ------
            BTC        1.5
            <ETH>      -20
            """.ReplaceLineEndings("\n"), bundle.Text);
        Assert.Equal(
            "<table><thead><tr><th>Symbol</th><th class=\"num\">Profit</th></tr></thead><tbody>" +
            "<tr><td>BTC</td><td class=\"num\">1.5</td></tr><tr><td>&lt;ETH&gt;</td><td class=\"num\">-20</td></tr></tbody></table>",
            bundle[MimeBundle.Html]!.GetValue<string>());
    }

    [Fact]
    public void A_long_table_is_cut_and_says_how_many_more()
    {
        MimeBundle known = ValueFormatter.Format(Enumerable.Range(0, 25).Select(i => new Trade("x", i)).ToList());
        MimeBundle counted = ValueFormatter.Format(Enumerable.Range(0, 25).Select(i => new Trade("x", i)).Where(_ => true));
        MimeBundle endless = ValueFormatter.Format(Endless());

        Assert.EndsWith("\n… 5 more", known.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n… 5 more", counted.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n… at least 10480 more", endless.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_in_html_holds_more_rows_than_its_first_page_and_a_script_to_reach_them()
    {
        string html = ValueFormatter.Format(Enumerable.Range(0, 600).Select(i => new Trade("x", i)).ToList())[MimeBundle.Html]!.GetValue<string>();
        AngleSharp.Dom.IDocument page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

        AngleSharp.Dom.IElement[] rows = [.. page.QuerySelectorAll("table.tb-rows tbody tr")];
        Assert.Equal(500, rows.Length);
        Assert.Equal(20, rows.TakeWhile(row => !row.HasAttribute("hidden")).Count());
        AngleSharp.Dom.IElement more = page.QuerySelector("p.tb-more")!;
        Assert.Equal(("… 580 more", "… 100 more"), (more.TextContent, more.GetAttribute("data-rest")));
        Assert.Single(page.QuerySelectorAll("script"));
    }

    [Fact]
    public void A_sequence_is_gone_through_once()
    {
        int reads = 0;
        IEnumerable<int> Counted()
        {
            reads++;
            yield return 1;
        }

        Assert.Equal("[1]", ValueFormatter.Format(Counted()).Text);
        Assert.Equal(1, reads);
    }

    [Fact]
    public void A_sequence_of_single_values_is_a_list()
    {
        Assert.Equal("[1, 2.5, NaN]", ValueFormatter.Format(new[] { 1, 2.5, double.NaN }).Text);
        Assert.Equal("[]", ValueFormatter.Format(Array.Empty<int>()).Text);
        Assert.Equal("[[1, 2], [3]]", ValueFormatter.Format(new int[][] { [1, 2], [3] }).Text);
        Assert.EndsWith("99, … 50 more]", ValueFormatter.Format(Enumerable.Range(0, 150)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dictionary_is_a_table_of_keys_and_values()
    {
        Assert.Equal(
            "Key  Value\n---  -----\na        1\nb        2",
            ValueFormatter.Format(new SortedDictionary<string, int> { ["a"] = 1, ["b"] = 2 }).Text);
    }

    [Fact]
    public void A_matrix_is_a_table_with_its_size()
    {
        Assert.Equal("1  2  3\n4  5  6\n2 × 3", ValueFormatter.Format(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }).Text);
    }

    [Fact]
    public void A_record_speaks_for_itself_and_shows_its_members()
    {
        MimeBundle bundle = ValueFormatter.Format(new Trade("BTC", 1.5));

        Assert.Equal("Trade { Symbol = BTC, Profit = 1.5 }", bundle.Text);
        Assert.Equal(
            "<table><tbody><tr><td>Symbol</td><td>BTC</td></tr><tr><td>Profit</td><td class=\"num\">1.5</td></tr></tbody></table>",
            bundle[MimeBundle.Html]!.GetValue<string>());
    }

    [Fact]
    public void A_tuple_shows_its_items()
    {
        Assert.Equal("(1, b)", ValueFormatter.Format((1, "b")).Text);
        Assert.Equal("Item1  Item2\n-----  -----\n    1  b\n    2  c", ValueFormatter.Format(new[] { (1, "b"), (2, "c") }).Text);
    }

    [Fact]
    public void A_class_without_a_text_of_its_own_shows_its_members_base_first()
    {
        Assert.Equal("Derived\nFirst   1\nSecond  InvalidOperationException: not yet", ValueFormatter.Format(new Derived()).Text);
    }

    [Fact]
    public void A_class_with_a_text_of_its_own_shows_only_that()
    {
        Assert.Equal(["text/plain"], ValueFormatter.Format(new System.Text.StringBuilder("abc")).MimeTypes);
        Assert.Equal("abc", ValueFormatter.Format(new System.Text.StringBuilder("abc")).Text);
    }

    [Fact]
    public void Values_of_different_types_show_type_and_value()
    {
        string[] lines = ValueFormatter.Format(new object[] { new Trade("a", 1), new Named() }).Text.Split('\n');

        Assert.Equal(["type   value", "Trade  Trade { Symbol = a, Profit = 1 }", "Named  Named"], [lines[0], lines[2], lines[3]]);
    }

    [Fact]
    public void Json_stays_an_object()
    {
        MimeBundle bundle = ValueFormatter.Format(new JsonObject { ["a"] = new JsonArray(1, 2) });

        Assert.Equal("""{"a":[1,2]}""", bundle["application/json"]!.ToJsonString());
        Assert.IsType<JsonObject>(bundle.ToDocument()["application/json"]);
    }

    [Fact]
    public void A_long_text_in_a_table_is_cut_to_one_line()
    {
        MimeBundle bundle = ValueFormatter.Format(new[] { new Trade("a\nb" + new string('x', 500), 0) });

        string row = bundle.Text.Split('\n')[2];
        Assert.StartsWith("a bxxx", row, StringComparison.Ordinal);
        Assert.Contains("x…", row, StringComparison.Ordinal);
    }

    private static IEnumerable<Trade> Endless()
    {
        while (true)
            yield return new Trade("x", 1);
    }

    private sealed record Trade(string Symbol, double Profit);

    private sealed class Named
    {
        public int Number { get; } = 1;
    }

    private class Base
    {
        public int First { get; } = 1;
    }

    private sealed class Derived : Base
    {
        public int Second => First > 0 ? throw new InvalidOperationException("not yet") : 0;
    }
}
