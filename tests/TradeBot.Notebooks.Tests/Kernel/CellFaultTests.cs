namespace TradeBot.Notebooks.Tests.Kernel;

public sealed class CellFaultTests : IDisposable
{
    /// <summary>To unwind a stack takes as long as it is deep: most facts do not need a deep one.</summary>
    private const int ShallowStack = 2 << 20;

    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("int Down(int n) => Down(n + 1) + 1;\nDown(0)")]
    [InlineData("class Ring { public int Value => Value + 1; }\nnew Ring().Value")]
    [InlineData("int A(int n) => B(n) + 1; int B(int n) => A(n) + 1;\nA(1)")]
    [InlineData("int Run() { Func<int, int> f = null; f = n => f(n + 1) + 1; return f(0); }\nRun()")]
    [InlineData("class Tree { Tree child; public Tree() { child = new Tree(); } }\nnew Tree()")]
    public async Task Recursion_without_end_is_an_exception_and_the_session_lives_on(string code)
    {
        using var session = new TestSession(stackBytes: ShallowStack);
        await session.ValueAsync("int kept = 7;");
        CellError error = await session.ErrorAsync(code);

        Assert.Equal("InsufficientExecutionStackException", error.Name);
        Assert.True(error.Trace.Count < 100, $"A trace of {error.Trace.Count} lines.");
        Assert.Equal("7", await session.ValueAsync("kept"));
    }

    [Fact]
    public async Task Recursion_without_end_ends_on_a_stack_of_full_size_too()
    {
        Assert.Equal("InsufficientExecutionStackException", (await _session.ErrorAsync("int Down(int n) => Down(n + 1) + 1;\nDown(0)")).Name);
    }

    [Fact]
    public async Task Recursion_without_end_in_a_library_cell_is_an_exception()
    {
        using var session = new TestSession(stackBytes: ShallowStack);
        await session.ValueAsync("%%library\npublic static class Deep { public static int Down(int n) => Down(n + 1) + 1; }");

        Assert.Equal("InsufficientExecutionStackException", (await session.ErrorAsync("Deep.Down(0)")).Name);
    }

    [Theory]
    [InlineData("int Twice(int x) => x * 2;\nTwice(2)", false)]
    [InlineData("record Point(int X, int Y); var p = new Point(1, 2); int Sum() => p.X + p.Y;", false)]
    [InlineData("int Down(int n) => n == 0 ? 0 : Down(n - 1);", true)]
    public void Only_cells_that_may_recurse_pay_for_the_check(string code, bool mayRecurse)
    {
        var root = (Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax)Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(code, SubmissionCompiler.ParseOptions).GetRoot();

        Assert.Equal(mayRecurse, CellShape.MayRecurse(root));
    }

    [Fact]
    public async Task A_using_of_nothing_is_a_mistake_even_alone()
    {
        CellError error = await _session.ErrorAsync("using No.Such.Place;");

        Assert.Equal((CellError.Compilation, 1), (error.Name, error.Line));
        Assert.Contains("CS0246", error.Message, StringComparison.Ordinal);
        Assert.Equal("1", await _session.ValueAsync("1"));
    }

    [Theory]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("new TaskCompletionSource().Task.Wait();")]
    [InlineData("var gate = new object(); var held = new System.Threading.ManualResetEventSlim(); new System.Threading.Thread(() => { lock (gate) { held.Set(); CellCancellation.WaitHandle.WaitOne(); } }) { IsBackground = true }.Start(); held.Wait(); lock (gate) { }")]
    public async Task A_wait_for_what_never_comes_can_be_stopped(string wait)
    {
        CellResult result = await _session.StopOnceStartedAsync("int before = 5; Console.Write(\"started\"); " + wait);

        Assert.Equal(CellError.Cancelled, result.Error?.Name);
        Assert.Equal("5", await _session.ValueAsync("before"));
    }

    [Fact]
    public async Task A_stopped_cell_names_the_token_for_other_threads()
    {
        CellResult result = await _session.StopOnceStartedAsync("Console.Write(\"started\"); while (true) { }");

        Assert.Contains("CellCancellation", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_task_that_was_not_awaited_is_reported_in_its_cell()
    {
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _session.Shown = output =>
        {
            if (output is StreamOutput { Stream: StreamKind.Error } text)
                told.TrySetResult(text.Text);
        };
        await _session.ValueAsync("void Start() => _ = Task.Run(() =>\n    throw new InvalidOperationException(\"unheard\"));\nStart();");
        for (int i = 0; i < 100 && !told.Task.IsCompleted; i++)
        {
            await _session.ValueAsync("await Task.Delay(20); GC.Collect(); GC.WaitForPendingFinalizers();");
        }

        string[] lines = (await told.Task.WaitAsync(TimeSpan.FromSeconds(10))).Split('\n');
        Assert.Equal(["A task that was not awaited failed.", "InvalidOperationException: unheard"], lines[..2]);
        Assert.Contains("cell 1, line 2", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_void_that_awaits_and_fails_is_reported()
    {
        await _session.RunAsync("async void Fail() { await Task.Yield(); throw new NotSupportedException(\"void\"); }\nFail(); await Task.Delay(200);");

        Assert.Contains(_session.Outputs.OfType<ErrorOutput>(), shown => shown.Error.Message == "void");
    }

    [Fact]
    public async Task An_exception_in_fsharp_has_its_cells_line()
    {
        CellError error = await _session.ErrorAsync("#!fsharp\nlet rec bang n : int =\n    if n = 0 then failwith \"no\" else 1 + bang (n - 1)\nbang 0");

        Assert.Equal(["Exception: no", "   at bang(int n), cell 1, line 3", "   at cell 1, line 4"], error.Trace);
    }
}
