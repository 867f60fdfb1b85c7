using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Completion;

public sealed class CellHoverTests : IDisposable, IOutputSink
{
    private readonly CSharpSession _session = new(AppContext.BaseDirectory);

    [Fact]
    public async Task Shows_how_a_variable_of_an_earlier_cell_is_declared()
    {
        await _session.ExecuteAsync(new CellSource("cell 1", "var answers = new List<int>();"), this);
        Assert.StartsWith("List<int> answers", Hover("ans|wers"), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_method_that_is_being_called()
    {
        Assert.StartsWith("double Math.Sqrt(double d)", Hover("Math.Sqrt(|4)"), StringComparison.Ordinal);
        Assert.Contains("string string.Substring(int startIndex, int length)", Hover("\"abc\".Substring(|"), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_documentation_of_a_library_beside_its_dll()
    {
        string shown = Hover("dis|play(1)");
        Assert.Contains("DisplayedValue CellCommands.display(object", shown, StringComparison.Ordinal);
        Assert.Contains("Shows a value here and now", shown, StringComparison.Ordinal);
        Assert.Contains("`value`: Anything", shown, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Shows_the_documentation_of_the_framework()
    {
        string packs = Path.Combine(HostAssemblies.FrameworkFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        Skip.IfNot(Directory.Exists(packs), "The SDK's reference pack, which holds the framework's documentation, is not installed.");
        Assert.Contains("square root", Hover("Math.Sq|rt(4)"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("sequence", Hover("new[] { 1 }.Sel|ect(x => x)"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("1 |+ 2")]
    [InlineData("// com|ment")]
    [InlineData("not_|known")]
    public void Finds_nothing_where_there_is_no_name(string code) => Assert.Equal("", Hover(code));

    void IOutputSink.Receive(CellOutput output) => Assert.IsNotType<ErrorOutput>(output);

    public void Dispose() => _session.Dispose();

    private string Hover(string code)
    {
        int cursor = code.IndexOf('|', StringComparison.Ordinal);
        JsonObject reply = new CellHover(_session).Answer(code.Remove(cursor, 1), cursor);
        Assert.Equal((bool)reply["found"]!, reply["data"]!.AsObject().Count > 0);
        return (string?)reply["data"]!["text/plain"] ?? "";
    }
}
