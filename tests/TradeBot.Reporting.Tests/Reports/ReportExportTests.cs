using System.Text.Json;

namespace TradeBot.Reporting.Tests.Reports;

public sealed class ReportExportTests : IDisposable
{
    private static readonly Report Sample = Report.Titled("EMA *cross*")
        .Fact("Net profit", "12.3%", "after fees | slippage", FactTone.Good)
        .Fact("Trades", "7")
        .Warning("Trades on the close.")
        .Section("Equity")
        .Chart(Chart.Line(Samples.Ramp(5), "Equity"))
        .Table(Table.Of([(Time: Samples.Start, Value: 0.1 + 0.2), (Time: Samples.Start.AddDays(1), Value: double.NaN)])
            .Column("Time", r => r.Time, unit: "UTC").Column("Value", r => r.Value, ValueFormat.Number(1)).Build().WithCaption("Values"))
        .Charts(ChartGrid.Of([Chart.Line(Samples.Ramp(3)).WithTitle("one")]));

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Markdown_holds_facts_and_tables_and_text_stays_text()
    {
        string text = Sample.ToMarkdown();

        Assert.StartsWith("# EMA \\*cross\\*\n\n| Fact | Value | Note |\n| --- | --- | --- |\n| Net profit | 12.3% | after fees \\| slippage |\n| Trades | 7 |  |\n", text, StringComparison.Ordinal);
        Assert.Contains("\n> **Warning:** Trades on the close.\n", text, StringComparison.Ordinal);
        Assert.Contains("\n## Equity\n", text, StringComparison.Ordinal);
        Assert.Contains("**Values**\n\n| Time (UTC) | Value |\n| --- | ---: |\n| 2024-03-01 00:00 | 0.3 |\n| 2024-03-02 00:00 | n/a |\n", text, StringComparison.Ordinal);
        Assert.Contains("```text\nEquity\nHorizontal axis", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_the_blocks_in_order_with_values_at_full_precision()
    {
        using var json = JsonDocument.Parse(Sample.ToJson());
        JsonElement[] blocks = [.. json.RootElement.GetProperty("blocks").EnumerateArray()];

        Assert.Equal(["fact", "fact", "warning", "section", "chart", "table", "chart"], blocks.Select(b => b.GetProperty("kind").GetString()));
        Assert.Equal("good", blocks[0].GetProperty("tone").GetString());
        Assert.Equal("scatter", blocks[4].GetProperty("plotly").GetProperty("data")[0].GetProperty("type").GetString());
        Assert.Equal("[[\"2024-03-01T00:00:00Z\",0.30000000000000004],[\"2024-03-02T00:00:00Z\",null]]", string.Concat(blocks[5].GetProperty("rows").GetRawText().Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public void Csv_holds_a_line_for_each_value() => Assert.Equal(
        """
        section,table,row,column,value
        ,,Net profit,value,12.3%
        ,,Net profit,note,after fees | slippage
        ,,Trades,value,7
        Equity,Values,1,Time (UTC),2024-03-01T00:00:00Z
        Equity,Values,1,Value,0.30000000000000004
        Equity,Values,2,Time (UTC),2024-03-02T00:00:00Z
        Equity,Values,2,Value,NaN

        """.ReplaceLineEndings("\n"),
        Sample.ToCsv());

    [Theory]
    [InlineData("r.html", "<!DOCTYPE html>")]
    [InlineData("r.md", "# EMA")]
    [InlineData("r.json", "{")]
    [InlineData("r.CSV", "section,")]
    public void The_ending_chooses_the_form(string name, string start)
    {
        string path = Path.Combine(_folder, name);

        Assert.True(Sample.Save(path));

        Assert.StartsWith(start, File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_ending_is_refused_before_anything_is_written()
    {
        string path = Path.Combine(_folder, "r.docx");

        Assert.Contains("A report is written as .html, .md, .json or .csv", Assert.Throws<ArgumentException>(() => Sample.Save(path)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
