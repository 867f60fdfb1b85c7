using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Completion;

public sealed class CellCompletionTests : IDisposable, IOutputSink
{
    private readonly CSharpSession _session = new(AppContext.BaseDirectory);

    [Theory]
    [InlineData("ans|", "answer")]
    [InlineData("answer.Leng|", "Length")]
    [InlineData("answer.Where(c => c.CompareT|", "CompareTo")]
    [InlineData("answer.Sele|", "SelectMany")]
    [InlineData("answer?.Subs|", "Substring")]
    [InlineData("var n = answer.Len|\nConsole.Write(n);", "Length")]
    [InlineData("foreach (var c in answer) { c.Comp|", "CompareTo")]
    [InlineData("int F(int some) { return so|", "some")]
    [InlineData("Math.Sq|", "Sqrt")]
    [InlineData("System.IO.Fi|", "File")]
    [InlineData("System.Text.|", "StringBuilder")]
    [InlineData("using System.Te|", "Text")]
    [InlineData("DayOfWeek.|", "Friday")]
    [InlineData("answer.Substring(sta|", "startIndex:")]
    [InlineData("new System.IO.FileStreamOptions { Bu|", "BufferSize")]
    [InlineData("fore|", "foreach")]
    [InlineData("disp|", "display")]
    [InlineData("var s = \"\U0001F600\"; s.Len|", "Length")]
    public async Task Lists_what_fits_at_the_cursor(string code, string expected)
    {
        await _session.ExecuteAsync(new CellSource("cell 1", "string answer = \"forty-two\";"), this);
        (JsonObject reply, string typed) = Complete(code);

        Assert.Contains(expected, reply["matches"]!.AsArray().Select(match => (string?)match));
        Assert.All(reply["matches"]!.AsArray(), match => Assert.Contains(typed, (string?)match, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("// wri|")]
    [InlineData("\"wri|")]
    [InlineData("1.5|")]
    [InlineData("#r \"../art|")]
    [InlineData("nothing.known.|")]
    public void Is_silent_where_nothing_can_be_known(string code) => Assert.Empty(Complete(code).Reply["matches"]!.AsArray());

    [Fact]
    public void Static_and_instance_members_are_kept_apart()
    {
        Assert.DoesNotContain("Length", Matches("string.|"));
        Assert.Contains("IsNullOrEmpty", Matches("string.|"));
        Assert.DoesNotContain("IsNullOrEmpty", Matches("\"\".|"));
    }

    [Fact]
    public async Task What_the_notebook_declares_comes_first()
    {
        await _session.ExecuteAsync(new CellSource("cell 1", "int mathTeacher = 1;"), this);
        Assert.Equal("mathTeacher", Matches("math|")[0]);
    }

    [Fact]
    public void The_range_replaced_is_counted_in_code_points()
    {
        JsonObject reply = Complete("var s = \"\U0001F600\"; s.Len|").Reply;
        Assert.Equal((15, 18), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
    }

    [Fact]
    public void Magics_are_offered_after_their_mark_and_csharp_only_where_csharp_is_written()
    {
        Assert.Equal("share", Matches("#!sha|")[0]);
        Assert.Contains("who", Matches("1;\n#!w|"));
        Assert.DoesNotContain("Console", Matches("#!sql\nSELECT Con|"));
        Assert.Empty(Matches("#!markdown\nCon|"));
        Assert.Contains("Console", Matches("#!sql\nSELECT 1\n#!csharp\nCon|"));
    }

    [Theory]
    [InlineData("SEL|", "SELECT")]
    [InlineData("SELECT * FROM tra|", "trades")]
    [InlineData("SELECT * FROM own|", "owned")]
    [InlineData("SELECT * FROM trades t JOIN owned o ON t.Pri|", "Price")]
    [InlineData("SELECT * FROM trades t JOIN owned AS o ON o.si|", "size")]
    [InlineData("SELECT 1; SELECT * FROM trades WHERE Sym|", "Symbol")]
    [InlineData("SELECT * FROM counts WHERE va|", "value")]
    [InlineData("SELECT * FROM trades WHERE ab|", "abs")]
    public async Task Sql_knows_tables_columns_functions_and_keywords(string sql, string expected)
    {
        await _session.ExecuteAsync(new CellSource("cell 1", "record Trade(string Symbol, double Price); var trades = new List<Trade>(); IEnumerable<int> counts = Enumerable.Range(0, 3).Select(i => 1 / (i - i));"), this);
        await _session.ExecuteAsync(new CellSource("cell 2", "#!sql\nCREATE TABLE owned (symbol, size)"), this);

        Assert.Contains(expected, Matches("#!sql\n" + sql));
    }

    [Theory]
    [InlineData("SELECT 'tra|")]
    [InlineData("-- tra|")]
    [InlineData("SELECT * FROM trades t WHERE nothing.Pri|")]
    public void Sql_is_silent_in_texts_and_comments_and_of_what_it_does_not_know(string sql) => Assert.Empty(Matches("#!sql\n" + sql));

    [Theory]
    [InlineData("let inner = earl|", "earlier")]
    [InlineData("earlier.Sub|", "Substring")]
    [InlineData("System.Text.Str|", "StringBuilder")]
    [InlineData("let inner = 5\nlet more = List.ma|", "map")]
    [InlineData("let inner = 5\nlet twice n =\n    in|", "inner")]
    public async Task Fsharp_knows_its_session_and_the_cell(string code, string expected)
    {
        await _session.ExecuteAsync(new CellSource("cell 1", "#!fsharp\nlet earlier = \"text\""), this);

        Assert.Contains(expected, Matches("#!fsharp\n" + code));
    }

    void IOutputSink.Receive(CellOutput output) => Assert.IsNotType<ErrorOutput>(output);

    public void Dispose() => _session.Dispose();

    private string[] Matches(string code) => [.. Complete(code).Reply["matches"]!.AsArray().Select(match => (string)match!)];

    private (JsonObject Reply, string Typed) Complete(string code)
    {
        int cursor = code.IndexOf('|', StringComparison.Ordinal);
        string before = code[..cursor];
        JsonObject reply = new CellCompletion(_session).Answer(before + code[(cursor + 1)..], CodePoints.FromIndex(before, cursor));
        return (reply, before[CodePoints.ToIndex(before, (int)reply["cursor_start"]!)..]);
    }
}
