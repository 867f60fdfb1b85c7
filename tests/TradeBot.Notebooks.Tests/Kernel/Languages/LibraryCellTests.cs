namespace TradeBot.Notebooks.Tests.Kernel.Languages;

public sealed class LibraryCellTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Namespaces_and_extension_methods_are_for_later_cells()
    {
        await _session.ValueAsync("%%library\nnamespace Own;\npublic static class Numbers { public static int Twice(this int x) => x * 2; }\npublic record Pair(int A, int B);");

        Assert.Equal("42", await _session.ValueAsync("using Own;\n21.Twice()"));
        Assert.Equal("Pair { A = 1, B = 4 }", await _session.ValueAsync("new Pair(1, 2.Twice())"));
    }

    [Fact]
    public async Task A_library_that_is_run_again_is_the_new_one_for_later_cells_and_the_old_one_for_earlier_ones()
    {
        await _session.ValueAsync("%%library Own\npublic static class It { public static int Version => 1; public static int Plus(this int x) => x + 1; }");
        await _session.ValueAsync("int Earlier() => It.Version; var one = 1.Plus();");
        await _session.ValueAsync("%%library Own\npublic static class It { public static int Version => 2; public static int Plus(this int x) => x + 100; public static int More => 3; }");

        Assert.Equal("(2, 101, 3)", await _session.ValueAsync("(It.Version, one = 1.Plus(), It.More)"));
        Assert.Equal("1", await _session.ValueAsync("Earlier()"));
    }

    [Fact]
    public async Task One_library_may_build_on_another_and_show_things()
    {
        await _session.ValueAsync("%%library First\npublic interface IShape { double Area { get; } }");
        await _session.ValueAsync("%%library Second\npublic class Square(double side) : IShape { public double Area => side * side; public void Show() => display(Area); }");

        Assert.Equal("9", await _session.ValueAsync("IShape s = new Square(3); ((Square)s).Show(); s.Area"));
        Assert.Equal("9", Assert.Single(_session.Outputs.OfType<DisplayOutput>()).Data.Text);
    }

    [Fact]
    public async Task A_mistake_and_an_exception_have_the_cells_lines()
    {
        CellError error = await _session.ErrorAsync("%%library\npublic class C\n{\n    int x = missing;\n}");
        Assert.Equal((CellError.Compilation, 4), (error.Name, error.Line));

        await _session.ValueAsync("%%library\npublic static class D\n{\n    public static void Fail() =>\n        throw new NotSupportedException(\"here\");\n}");
        Assert.Equal("   at D.Fail(), cell 2, line 5", (await _session.ErrorAsync("D.Fail()")).Trace[1]);
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused()
    {
        Assert.Contains("is not a library name", (await _session.ErrorAsync("%%library 3x\nclass C;")).Message, StringComparison.Ordinal);
    }
}
