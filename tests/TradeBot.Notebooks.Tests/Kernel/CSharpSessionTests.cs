namespace TradeBot.Notebooks.Tests.Kernel;

public sealed class CSharpSessionTests : IDisposable
{
    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Later_cells_see_variables_methods_types_and_usings_of_earlier_ones()
    {
        await _session.ValueAsync("using System.Globalization; int x = 20; int Twice(int v) => v * 2; record Point(int X);");
        await _session.ValueAsync("x += 1;");

        Assert.Equal("42", await _session.ValueAsync("Twice(x)"));
        Assert.Equal("Point { X = 3 }", await _session.ValueAsync("new Point(3)"));
        Assert.Equal("", await _session.ValueAsync("CultureInfo.InvariantCulture.Name"));
    }

    [Fact]
    public async Task A_cell_without_a_final_expression_has_no_value()
    {
        Assert.Null(await _session.ValueAsync("var x = 1;"));
        Assert.Null(await _session.ValueAsync("Console.WriteLine(1)"));
        Assert.Null(await _session.ValueAsync(""));
        Assert.Null(await _session.ValueAsync("// only a remark"));
        Assert.Equal("<null>", await _session.ValueAsync("(string)null"));
        Assert.Equal("5", await _session.ValueAsync("return 5;"));
    }

    [Fact]
    public async Task The_usual_namespaces_are_in_scope()
    {
        Assert.Equal("3", await _session.ValueAsync("new List<int> { 1, 2 }.Sum(v => v) is var s ? new StringBuilder().Append(s).ToString() : null"));
        Assert.Equal("True", await _session.ValueAsync("Task.CompletedTask.IsCompleted && new ArrayList().Count == 0"));
    }

    [Fact]
    public async Task Top_level_await_works_and_keeps_the_value()
    {
        Assert.Equal("7", await _session.ValueAsync("await Task.Delay(1); var t = Task.Run(() => 7); await t"));
        Assert.Equal("8", await _session.ValueAsync("t.Result + 1"));
    }

    [Fact]
    public async Task Blocking_on_a_task_that_continues_does_not_deadlock()
    {
        await _session.ValueAsync("async Task<int> Slow() { await Task.Delay(5); await Task.Yield(); return 3; }");

        Assert.Equal("3", await _session.ValueAsync("Slow().Result"));
        Assert.Equal("3", await _session.ValueAsync("await Task.Yield(); Slow().GetAwaiter().GetResult()"));
        Assert.Equal("[3, 3]", await _session.ValueAsync("await Task.WhenAll(Slow(), Slow())"));
    }

    [Fact]
    public async Task Variables_survive_a_cell_that_throws()
    {
        CellError error = await _session.ErrorAsync("int a = 1; a = 2; throw new InvalidOperationException(\"stop\"); a = 3;");

        Assert.Equal("InvalidOperationException", error.Name);
        Assert.Equal("2", await _session.ValueAsync("a"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await _session.ValueAsync("int a = 1;");
        await _session.ErrorAsync("string a = nothing;");

        Assert.Equal("2", await _session.ValueAsync("a + 1"));
    }

    [Fact]
    public async Task A_name_declared_again_hides_the_earlier_one()
    {
        await _session.ValueAsync("int a = 1; int A() => a;");
        await _session.ValueAsync("string a = \"text\";");

        Assert.Equal("text", await _session.ValueAsync("a"));
        Assert.Equal("1", await _session.ValueAsync("A()"));
    }

    [Fact]
    public async Task Usings_alone_make_no_slot_that_later_cells_would_miss()
    {
        await _session.ValueAsync("int a = 1;");
        await _session.ValueAsync("using System.IO;");
        await _session.ValueAsync("// nothing");
        await _session.ValueAsync("int b = a + 1;");

        Assert.Equal("3", await _session.ValueAsync("a + b + Path.Combine(\"\", \"\").Length"));
    }

    [Fact]
    public async Task A_hundred_cells_keep_their_variables()
    {
        for (int i = 0; i < 100; i++)
            await _session.ValueAsync($"int v{i} = {(i == 0 ? "0" : $"v{i - 1} + 1")};");

        Assert.Equal("99", await _session.ValueAsync("v99"));
    }

    [Fact]
    public void References_and_usings_go_to_the_first_submission_only()
    {
        string folder = AppContext.BaseDirectory;
        var compiler = new SubmissionCompiler(new LibraryResolver(new LibraryShelf(), folder, new PackageRestorer(folder, folder, TimeSpan.Zero)), folder);
        Submission first = compiler.Compile(new CellSource("cell 1", "int a = 1;"), [], default);
        compiler.Accept(first);
        Submission second = compiler.Compile(new CellSource("cell 2", "a + new List<int>().Count"), [], default);

        Assert.Equal(HostAssemblies.References.Count, first.Compilation.ExternalReferences.Length);
        Assert.Empty(second.Compilation.ExternalReferences);
        Assert.Empty(second.Compilation.Options.Usings);
    }

    [Fact]
    public async Task Two_sessions_do_not_see_each_other()
    {
        using var other = new TestSession();
        await _session.ValueAsync("int a = 1;");

        Assert.Contains("CS0103", (await other.ErrorAsync("a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_on_a_background_thread_is_shown_in_its_cell()
    {
        await _session.RunAsync("var thread = new System.Threading.Thread(() => throw new InvalidOperationException(\"behind\")); thread.Start(); thread.Join();");

        ErrorOutput shown = Assert.Single(_session.Outputs.OfType<ErrorOutput>());
        Assert.Equal("behind", shown.Error.Message);
    }

    [Fact]
    public async Task Deep_recursion_fits_the_stack()
    {
        Assert.Equal("200000", await _session.ValueAsync("int Depth(int n) { int[] keep = [n]; return n == 0 ? 0 : Depth(n - 1) + (keep[0] > 0 ? 1 : 0); }\nDepth(200_000)"));
    }
}
