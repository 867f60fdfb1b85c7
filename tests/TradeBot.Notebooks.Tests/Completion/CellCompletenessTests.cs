using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Completion;

public class CellCompletenessTests
{
    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("", "complete")]
    [InlineData("#!csharp\nvar a = 1;", "complete")]
    [InlineData("#r \"x.dll\"", "complete")]
    [InlineData("if (true)", "incomplete")]
    [InlineData("var a = ", "incomplete")]
    [InlineData("/* open", "incomplete")]
    [InlineData("var x = );", "invalid")]
    [InlineData("}", "invalid")]
    public void Tells_whether_enter_runs_the_code(string code, string expected) =>
        Assert.Equal(expected, (string?)CellCompleteness.Answer(code)["status"]);

    [Fact]
    public void The_next_line_is_indented_by_what_is_open()
    {
        JsonObject reply = CellCompleteness.Answer("class A\n{\n    void F()\n    {");
        Assert.Equal(("incomplete", "        "), ((string?)reply["status"], (string?)reply["indent"]));
    }
}
