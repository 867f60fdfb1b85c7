namespace TradeBot.Notebooks.Tests.Kernel.Steps;

public class CellStepsTests
{
    [Fact]
    public void A_cell_without_magics_is_one_step_with_its_text_as_it_is()
    {
        CellStep step = Assert.Single(Of("var a = 1;\na"));

        Assert.Equal(("csharp", "var a = 1;\na", null), (step.Language, step.Text!.Code, step.Command));
    }

    [Fact]
    public void Texts_of_several_languages_keep_the_line_numbers_of_their_cell()
    {
        IReadOnlyList<CellStep> steps = Of("1 + 1\n#!fsharp\nlet x = 2\n#!sql --name top\nSELECT 1");

        Assert.Equal(["csharp", "fsharp", "sql"], steps.Select(step => step.Language));
        Assert.Equal(["1 + 1", "\n\nlet x = 2", "\n\n\n\nSELECT 1"], steps.Select(step => step.Text!.Code));
        Assert.Equal("top", steps[2].Command!.Option("name"));
    }

    [Fact]
    public void A_magic_between_two_texts_of_one_language_runs_between_them()
    {
        IReadOnlyList<CellStep> steps = Of("int a = 1;\n#!who\nint b = 2;");

        Assert.Equal([null, "who", null], steps.Select(step => step.Command?.Name));
        Assert.Equal("\n\nint b = 2;", steps[2].Text!.Code);
    }

    [Fact]
    public void A_line_inside_a_string_or_a_comment_is_no_magic()
    {
        Assert.Single(Of("var s = \"\"\"\n#!fsharp\n\"\"\";"));
        Assert.Single(Of("var s = @\"\n#!fancy\n\";"));
        Assert.Single(Of("/*\n#!sql\n*/ 1"));
        Assert.Single(Of("    #!not-at-column-0".Replace("    #", "1; //#", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("#!fshrap\n1", "#!fsharp")]
    [InlineData("1\n#!whoo", "#!who")]
    [InlineData("#!tim", "#!time")]
    [InlineData("%%libary\n", "%%library")]
    public void An_unknown_magic_is_refused_with_the_nearest(string code, string nearest)
    {
        var error = Assert.Throws<CompilationException>(() => Of(code));

        Assert.Contains($"the nearest is {nearest}", error.Message, StringComparison.Ordinal);
        Assert.Equal(code.StartsWith('1') ? 2 : 1, error.Error.Line);
    }

    [Fact]
    public void An_unknown_option_is_refused_with_the_usage()
    {
        var error = Assert.Throws<CompilationException>(() => Of("#!share x --form fsharp"));

        Assert.Equal("#!share has no option --form; write #!share VARIABLE --from LANGUAGE [--as NAME].", error.Message);
    }

    [Fact]
    public void Words_in_quotes_stay_together()
    {
        MagicCommand command = MagicCommand.Parse("set", "--name greeting --value \"good day\" rest 'a b' --byref", 0);

        Assert.Equal(("greeting", "good day", ""), (command.Option("name"), command.Option("value"), command.Option("byref")));
        Assert.Equal(["rest", "a b"], command.Arguments);
    }

    [Fact]
    public void An_unknown_language_is_named()
    {
        var error = Assert.Throws<CompilationException>(() => CellSteps.Of(new CellSource("cell 1", "ls") { Language = "pwsh" }));

        Assert.Equal("UnknownLanguage", error.Error.Name);
        Assert.Contains("pwsh", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_text_in_csharp_is_left_for_completion_on_its_place()
    {
        Assert.Equal("         \n1 + 1\n    \n     ", CellParts.Blank("#!csharp \n1 + 1\n#!md\n# Top"));
        Assert.Equal("        \nx", CellParts.Blank("#r \"a.b\"\nx"));
    }

    private static IReadOnlyList<CellStep> Of(string code) => CellSteps.Of(new CellSource("cell 1", code));
}
