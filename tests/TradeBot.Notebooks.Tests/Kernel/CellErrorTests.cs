namespace TradeBot.Notebooks.Tests.Kernel;

public sealed class CellErrorTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_compilation_error_points_at_line_and_column()
    {
        CellError error = await _session.ErrorAsync("int a = 1;\n\tint b = a + missing;\nvar c = 2;");

        Assert.Equal(CellError.Compilation, error.Name);
        Assert.Equal((2, 14), (error.Line, error.Column));
        Assert.Equal(
            [
                "cell 1, line 2, column 14: error CS0103: The name 'missing' does not exist in the current context",
                "    \tint b = a + missing;",
                "    \t            ^",
            ],
            error.Trace);
    }

    [Fact]
    public async Task Every_compilation_error_is_listed()
    {
        CellError error = await _session.ErrorAsync("one;\ntwo;");

        Assert.Equal(2, error.Trace.Count(line => line.Contains("CS0103", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_exception_shows_the_researchers_lines_and_nothing_of_the_kernel()
    {
        await _session.ValueAsync("class Book\n{\n    public int Depth(int level)\n    {\n        if (level > 0) throw new ArgumentException(\"no such level\");\n        return 0;\n    }\n}");

        CellError error = await _session.ErrorAsync("var book = new Book();\n\nbook.Depth(3)");

        Assert.Equal("ArgumentException", error.Name);
        Assert.Equal("no such level", error.Message);
        Assert.Equal(["ArgumentException: no such level", "   at Book.Depth(int level), cell 1, line 5", "   at cell 2, line 3"], error.Trace);
        Assert.Equal(3, error.Line);
    }

    [Fact]
    public async Task An_exception_after_an_await_shows_the_line_too()
    {
        CellError error = await _session.ErrorAsync("async Task Fail()\n{\n    await Task.Yield();\n    throw new NotSupportedException(\"late\");\n}\nawait Fail();");

        Assert.Equal(["NotSupportedException: late", "   at Fail(), cell 1, line 4", "   at cell 1, line 6"], error.Trace);
    }

    [Theory]
    [InlineData("var list = new int[1];\nlist[2] = 3;\nvar end = 0;")]
    [InlineData("var zero = 0;\nvar y = 1 / zero;\nvar end = 0;")]
    [InlineData("object text = \"x\";\nvar number = (int)text;\nvar end = 0;")]
    [InlineData("string nothing = null;\nvar length = nothing.Length;\nvar end = 0;")]
    [InlineData("var max = int.MaxValue;\nvar more = checked(max + 1);\nvar end = 0;")]
    public async Task A_statement_that_fails_by_itself_is_found_to_the_line(string code)
    {
        CellError error = await _session.ErrorAsync(code);

        Assert.Equal(2, error.Line);
        Assert.Equal("   at cell 1, line 2", error.Trace[^1]);
    }

    [Fact]
    public async Task A_line_lost_in_optimised_code_is_bounded_by_its_function_and_never_wrong()
    {
        await _session.ValueAsync("int Sum(int[] values)\n{\n    int sum = 0;\n    for (int i = 0; i <= values.Length; i++)\n        sum += values[i];\n    return sum;\n}");

        CellError error = await _session.ErrorAsync("Sum(new int[3])");

        Assert.Equal(["   at Sum(int[] values), cell 1, in lines 3 to 6", "   at cell 2, line 1"], error.Trace.Skip(1));
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public async Task Lambdas_and_local_functions_are_named_as_written()
    {
        CellError error = await _session.ErrorAsync("Func<int, int> f = x =>\n    throw new InvalidOperationException();\nf(1)");

        Assert.Equal("   at lambda(int x), cell 1, line 2", error.Trace[1]);
    }

    [Fact]
    public async Task The_cause_of_an_exception_is_reported()
    {
        CellError error = await _session.ErrorAsync("try { int.Parse(\"x\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");

        Assert.Equal("InvalidOperationException: outer", error.Trace[0]);
        Assert.Contains(error.Trace, line => line.StartsWith("caused by FormatException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_frame_of_a_library_names_its_method_and_no_path_of_its_builder()
    {
        CellError error = await _session.ErrorAsync("int.Parse(\"x\")");

        Assert.Contains(error.Trace, line => line.StartsWith("   at System.Number.", StringComparison.Ordinal) || line.StartsWith("   at System.Int32.Parse", StringComparison.Ordinal));
        Assert.DoesNotContain(error.Trace, line => line.Contains("TradeBot.Notebooks", StringComparison.Ordinal) || line.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_cannot_be_shown_fails_its_cell()
    {
        CellError error = await _session.ErrorAsync("class Odd { public override string ToString() => throw new InvalidOperationException(\"no text\"); }\nnew Odd()");

        Assert.Equal("no text", error.Message);
    }
}
