using Microsoft.Data.Analysis;
using TradeBot.Notebooks;

namespace TradeBot.Integrations.DataAnalysis.Tests;

/// <summary>A frame in a notebook.</summary>
public class FrameDisplayTests
{
    [Fact]
    public void A_frame_shows_as_an_HTML_table_with_a_plain_one()
    {
        MimeBundle shown = ValueFormatter.Format(new DataFrame(
            new StringDataFrameColumn("name", ["<a>", "b"]), new DoubleDataFrameColumn("value", [1.5, double.NaN]), new Int32DataFrameColumn("count", [7, null])));

        Assert.Equal(
            "<table><thead><tr><th>name</th><th class=\"num\">value</th><th class=\"num\">count</th></tr></thead><tbody>"
            + "<tr><td>&lt;a&gt;</td><td class=\"num\">1.5</td><td class=\"num\">7</td></tr><tr><td>b</td><td class=\"num\">NaN</td><td>&lt;null&gt;</td></tr></tbody></table>",
            shown["text/html"]!.GetValue<string>());
        Assert.Equal("name  value   count\n----  -----  ------\n<a>     1.5       7\nb       NaN  <null>", shown.Text);
    }

    [Fact]
    public void A_long_frame_shows_its_first_rows_and_counts_the_others()
    {
        MimeBundle shown = ValueFormatter.Format(new DataFrame(new Int64DataFrameColumn("i", Enumerable.Range(0, 100_000).Select(i => (long)i))));

        Assert.EndsWith("19\n… 99980 more", shown.Text, StringComparison.Ordinal);
        Assert.Contains("… 99980 more", shown["text/html"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_without_rows_shows_its_columns() =>
        Assert.Contains("price", ValueFormatter.Format(new DataFrame(new DoubleDataFrameColumn("price", 0))).Text, StringComparison.Ordinal);
}
