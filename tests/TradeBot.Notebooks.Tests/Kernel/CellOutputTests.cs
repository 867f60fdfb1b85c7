namespace TradeBot.Notebooks.Tests.Kernel;

public sealed class CellOutputTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Outputs_come_in_the_order_in_which_the_cell_shows_them()
    {
        await _session.ValueAsync("Console.Write(\"a\"); display(1); Console.Error.Write(\"b\"); \"two\".Display(); Console.Write(\"c\"); 3");

        Assert.Equal(["Out a", "shown 1", "Error b", "shown two", "Out c", "value 3"], _session.Outputs.Select(Describe));
    }

    [Fact]
    public async Task A_text_is_shown_under_the_type_asked_for()
    {
        await _session.ValueAsync("\"# x\".DisplayAs(\"text/markdown\"); display(\"<i>\", \"text/html\"); display(HTML(\"<b>\"));");

        MimeBundle[] shown = [.. _session.Outputs.OfType<DisplayOutput>().Select(output => output.Data)];
        Assert.Equal("# x", shown[0]["text/markdown"]!.GetValue<string>());
        Assert.Equal("<i>", shown[1]["text/html"]!.GetValue<string>());
        Assert.Equal("<b>", shown[2]["text/html"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_shown_value_can_be_replaced_from_a_later_cell()
    {
        await _session.ValueAsync("var bar = display(\"0 %\");");
        string id = Assert.IsType<DisplayOutput>(_session.Outputs[0]).DisplayId;

        await _session.ValueAsync("bar.Update(\"50 %\");");

        DisplayUpdate update = Assert.IsType<DisplayUpdate>(Assert.Single(_session.Outputs));
        Assert.Equal((id, "50 %"), (update.DisplayId, update.Data.Text));
    }

    [Fact]
    public async Task Text_of_threads_and_tasks_belongs_to_the_cell_that_started_them()
    {
        var first = new CellOutputLog();
        var second = new CellOutputLog();
        CSharpSession session = _session.Session;
        await session.ExecuteAsync(new CellSource("cell 1", "var go = new System.Threading.SemaphoreSlim(0); var late = Task.Run(async () => { await go.WaitAsync(); Console.Write(\"late\"); });"), first);
        await session.ExecuteAsync(new CellSource("cell 2", "Console.Write(\"now\"); go.Release(); await late;"), second);

        Assert.Contains("late", Assert.Single(first.ToDocument(1)).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("now", Assert.Single(second.ToDocument(2)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_is_shown()
    {
        await _session.ValueAsync("display(null);");

        Assert.Equal("shown <null>", Describe(Assert.Single(_session.Outputs)));
    }

    private static string Describe(CellOutput output) => output switch
    {
        StreamOutput stream => $"{stream.Stream} {stream.Text}",
        DisplayOutput display => $"shown {display.Data.Text}",
        ResultOutput result => $"value {result.Data.Text}",
        _ => output.ToString(),
    };
}
