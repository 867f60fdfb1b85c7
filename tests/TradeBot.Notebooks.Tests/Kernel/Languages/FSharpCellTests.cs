namespace TradeBot.Notebooks.Tests.Kernel.Languages;

public sealed class FSharpCellTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Cells_see_each_other_and_end_with_a_value()
    {
        await _session.ValueAsync("#!fsharp\nlet xs = [1; 2; 3]\nlet twice x = x * 2");

        Assert.Equal("[2, 4, 6]", await _session.ValueAsync("#!fsharp\nxs |> List.map twice"));
        Assert.Null(await _session.ValueAsync("#!f#\nlet y = 3"));
        Assert.Null(await _session.ValueAsync("#!fsharp\n()"));
        Assert.Equal("5", await _session.ValueAsync("#!fsharp\ntask { return 5 }"));
    }

    [Fact]
    public async Task Text_and_display_belong_to_the_cell()
    {
        await _session.ValueAsync("#!fsharp\nprintfn \"said %d\" 1\ndisplay [1; 2] |> ignore");

        Assert.Equal("said 1\n", string.Concat(_session.Outputs.OfType<StreamOutput>().Select(output => output.Text)));
        Assert.Equal("[1, 2]", Assert.Single(_session.Outputs.OfType<DisplayOutput>()).Data.Text);
    }

    [Fact]
    public async Task A_mistake_has_line_and_column_of_its_cell()
    {
        CellError error = await _session.ErrorAsync("1 + 1\n#!fsharp\nlet a = 1\nlet b : int = \"x\"");

        Assert.Equal((CellError.Compilation, 4, 15), (error.Name, error.Line, error.Column));
        Assert.Contains("FS0001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_has_its_own_name_and_message()
    {
        CellError error = await _session.ErrorAsync("#!fsharp\nlet f () : int = invalidOp \"not now\"\nf ()");

        Assert.Equal(("InvalidOperationException", "not now"), (error.Name, error.Message));
        Assert.DoesNotContain(error.Trace, line => line.Contains("FSharp.Compiler", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_go_both_ways()
    {
        await _session.ValueAsync("var prices = new List<double> { 1.5, 2.5 }; var word = \"from C#\";");
        await _session.ValueAsync("#!fsharp\n#!share prices --from csharp\n#!share word --from csharp\nlet total = Seq.sum prices\nlet pairs = [ (\"a\", 1); (\"b\", 2) ]\ntype R = { Name: string; Size: int }\nlet r = { Name = word; Size = 3 }");
        await _session.ValueAsync("#!share total --from fsharp\n#!share pairs --from fsharp\n#!share r --from fsharp");

        Assert.Equal("4", await _session.ValueAsync("total"));
        Assert.Equal("(b, 2)", await _session.ValueAsync("pairs[1]"));
        Assert.Equal("from C# 3", await _session.ValueAsync("$\"{r.Name} {r.Size}\""));
    }

    [Fact]
    public async Task Records_of_a_csharp_cell_arrive_as_a_table()
    {
        await _session.ValueAsync("record Trade(string Symbol, double Profit); var trades = new[] { new Trade(\"BTC\", 1.5), new Trade(\"ETH\", -0.5) };");

        Assert.Equal("1", await _session.ValueAsync("#!fsharp\n#!share trades --from csharp\ntrades.Column<float> \"Profit\" |> Array.sum"));
    }

    [Fact]
    public async Task Who_names_the_variables_of_the_language_it_stands_in()
    {
        await _session.ValueAsync("int inCSharp = 1;");
        await _session.ValueAsync("#!fsharp\nlet inFSharp = 1");
        await _session.ValueAsync("#!fsharp\n#!who");

        Assert.Equal("inFSharp", Assert.Single(_session.Outputs.OfType<DisplayOutput>()).Data.Text);
    }

    [Fact]
    public async Task A_loop_can_be_stopped_and_the_session_goes_on()
    {
        await _session.ValueAsync("#!fsharp\nlet kept = 7");
        using var stop = new CancellationTokenSource();
        _session.Shown = _ => stop.CancelAfter(50);
        CellResult result = await _session.RunAsync("#!fsharp\nprintfn \"on\"\nwhile true do ()", stop.Token);

        Assert.Equal(CellError.Cancelled, result.Error?.Name);
        Assert.Equal("7", await _session.ValueAsync("#!fsharp\nkept"));
    }

    [Fact]
    public async Task The_language_of_the_document_needs_no_magic()
    {
        CellResult result = await _session.Session.ExecuteAsync(new CellSource("cell 1", "let x = 2\nx * 21") { Language = "fsharp" }, _session);

        Assert.True(result.Succeeded);
        Assert.Equal("42", Assert.Single(_session.Outputs.OfType<ResultOutput>()).Data.Text);
    }
}
