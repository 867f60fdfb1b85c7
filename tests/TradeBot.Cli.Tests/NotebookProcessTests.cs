using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>Notebooks in processes of their own: how these end, and what is left when they do.</summary>
public sealed class NotebookProcessTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Console.WriteLine(\"the last\"); Environment.FailFast(\"beyond repair\");", "beyond repair")]
    [InlineData("Console.WriteLine(\"the last\"); Environment.Exit(3);", "ended with exit code 3")]
    [InlineData("Console.WriteLine(\"the last\"); System.Threading.Thread.Sleep(200); System.Diagnostics.Process.GetCurrentProcess().Kill();", "KernelDied")]
    [InlineData("Console.WriteLine(\"the last\"); Func<int, int> f = null; f = x => f(x + 1) + 1; f(0)", "Stack overflow")]
    public async Task A_process_that_dies_is_reported_with_its_cell_and_the_last_output(string source, string reason)
    {
        string notebook = _folder.Add("a.ipynb", "1", source, "3");

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", notebook);

        Assert.Equal(1, code);
        Assert.StartsWith("failed  a.ipynb  2 of 3 cells", output, StringComparison.Ordinal);
        Assert.Contains($"{notebook}, cell 2:", output, StringComparison.Ordinal);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.Contains("The last it showed: the last\n", output, StringComparison.Ordinal);
        JsonArray outputs = Outputs(notebook, 1);
        Assert.Equal("the last\n", outputs[0]!["text"]![0]!.GetValue<string>());
        Assert.Equal("KernelDied", outputs[1]!["ename"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_cell_that_will_not_stop_is_killed_soon_after_its_limit()
    {
        string notebook = _folder.Add("a.ipynb", "try { while (true) { } } finally { while (true) { } }");

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", notebook, "--timeout", "1");

        Assert.Equal(1, code);
        Assert.Contains("TimeLimit: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_beyond_its_time_limit_is_killed_and_its_cell_named()
    {
        string notebook = _folder.Add("a.ipynb", "1", "while (true) { }");

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", notebook, "--time-limit", "12");

        Assert.Equal(1, code);
        Assert.Contains("cell 2:", output, StringComparison.Ordinal);
        Assert.Contains("TimeLimit: The notebook ran longer than its limit of 12 s", output, StringComparison.Ordinal);
        Assert.Equal("TimeLimit", Assert.Single(Outputs(notebook, 1))!["ename"]!.GetValue<string>());
    }

    [Fact]
    public async Task Cancelling_leaves_no_process()
    {
        string notebook = _folder.Add("a.ipynb", $"{WritePid()} while (true) {{ }}");
        using var stop = new CancellationTokenSource();

        Task<int> run = CommandLine.RunAsync(["notebook", "run", notebook], TextWriter.Null, TextWriter.Null, stop.Token);
        int worker = await PidAsync();
        await stop.CancelAsync();

        Assert.Equal(130, await run);
        await EndsAsync(worker);
    }

    [SkippableFact]
    public async Task Ctrl_C_ends_the_command_and_its_processes()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no signal to send.");
        string notebook = _folder.Add("a.ipynb", $"{WritePid()} while (true) {{ }}");
        string before = File.ReadAllText(notebook);
        using ChildProcess command = Start("notebook", "run", notebook);
        int worker = await PidAsync();

        await command.InterruptAsync();

        Assert.Equal(130, await command.ExitAsync());
        Assert.Equal(before, File.ReadAllText(notebook));
        await EndsAsync(worker);
    }

    [Fact]
    public async Task A_command_that_is_killed_takes_its_processes_with_it()
    {
        using ChildProcess command = Start("notebook", "run", _folder.Add("a.ipynb", $"{WritePid()} while (true) {{ }}"));
        int worker = await PidAsync();

        command.Kill();

        await EndsAsync(worker);
    }

    [Fact]
    public async Task Notebooks_run_side_by_side_and_are_told_in_order()
    {
        // Each waits for the other's file: one after another they would never end.
        string Wait(string mine, string other) =>
            $"System.IO.File.WriteAllText(\"{mine}\", \"\"); while (!System.IO.File.Exists(\"{other}\")) await Task.Delay(20);";
        _folder.Add("1.ipynb", Wait("one", "two"), "await Task.Delay(300);");
        _folder.Add("2.ipynb", Wait("two", "one"));

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", _folder.PathOf(), "--jobs", "2", "--timeout", "60");

        Assert.Equal(0, code);
        Assert.Matches("^ok      1.ipynb.*\nok      2.ipynb.*\n$", output);
    }

    [Fact]
    public async Task Failing_fast_leaves_out_what_has_not_run()
    {
        _folder.Add("1.ipynb", "throw new InvalidOperationException();");
        string second = _folder.Add("2.ipynb", "System.IO.File.WriteAllText(\"ran\", \"\");");

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", _folder.PathOf(), "--jobs", "1", "--fail-fast");

        Assert.Equal(1, code);
        Assert.EndsWith("stopped  2.ipynb  another notebook failed first\n", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("ran")));
        Assert.Empty(Outputs(second, 0));
    }

    [Fact]
    public async Task Keeping_going_runs_the_cells_after_a_failed_one()
    {
        string notebook = _folder.Add("a.ipynb", "throw new InvalidOperationException();", "2", "missing", "4");

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", notebook, "--keep-going");

        Assert.Equal(1, code);
        Assert.Contains("4 of 4 cells", output, StringComparison.Ordinal);
        Assert.Contains("cell 1:", output, StringComparison.Ordinal);
        Assert.Contains("cell 3:", output, StringComparison.Ordinal);
        Assert.Equal("4", (string?)Outputs(notebook, 3)[0]!["data"]!["text/plain"]![0]);
    }

    [Fact]
    public async Task Cells_with_a_tag_are_left_out_on_request()
    {
        string notebook = _folder.Add("a.ipynb", "1", "[slow]throw null;");

        Assert.Equal(0, (await Cli.RunAsync("notebook", "run", notebook, "--skip", "slow")).Code);
        Assert.Equal(1, (await Cli.RunAsync("notebook", "run", notebook)).Code);
    }

    [Fact]
    public async Task Parameters_come_from_a_file_and_one_by_one()
    {
        string notebook = _folder.Add("p.ipynb", "[parameters]int fast = 1; int slow = 2;", "fast * 100 + slow");
        File.WriteAllText(_folder.PathOf("p.yaml"), "fast: 3\nslow: 4\n");

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", notebook, "--parameters", _folder.PathOf("p.yaml"), "-p", "slow=5");

        Assert.Equal(0, code);
        Assert.Contains("p.fast-3.slow-5.html", output, StringComparison.Ordinal);
        Assert.Equal("305", (string?)Outputs(_folder.PathOf("artifacts", "p.fast-3.slow-5.ipynb"), 1)[0]!["data"]!["text/plain"]![0]);
    }

    [Fact]
    public async Task Raw_writes_to_standard_output_do_not_disturb_the_run()
    {
        string notebook = _folder.Add("a.ipynb", "using (var raw = Console.OpenStandardOutput()) raw.Write(System.Text.Encoding.UTF8.GetBytes(\"{}\\n{\\\"kind\\\": 1}\\n\"));", "2");

        Assert.Equal(0, (await Cli.RunAsync("notebook", "run", notebook)).Code);
    }

    [Fact]
    public async Task Much_output_arrives_whole()
    {
        string notebook = _folder.Add("a.ipynb", "for (int i = 0; i < 100_000; i++) Console.WriteLine(i);", "display(HTML(new string('x', 30_000_000)));", "Console.Write(\"\\U0001F600 \\ud83d\"); Console.Write('\\ude00');");

        Assert.Equal(0, (await Cli.RunAsync("notebook", "run", notebook)).Code);

        JsonArray lines = Assert.Single(Outputs(notebook, 0))!["text"]!.AsArray();
        Assert.Equal((100_000, "99999\n"), (lines.Count, (string?)lines[^1]));
        Assert.Equal(30_000_000, ((string)Outputs(notebook, 1)[0]!["data"]!["text/html"]![0]!).Length);
        Assert.Equal("\U0001F600 \U0001F600", (string?)Outputs(notebook, 2)[0]!["text"]![0]);
    }

    [Fact]
    public async Task Reports_tell_every_cell()
    {
        _folder.Add("1.ipynb", "1", "[skip]2");
        _folder.Add("2.ipynb", "throw new InvalidOperationException(\"<&\\u0001\");", "2");
        string trx = _folder.PathOf("r", "r.trx"), junit = _folder.PathOf("r", "r.xml"), json = _folder.PathOf("r", "r.json");

        Assert.Equal(1, (await Cli.RunAsync("notebook", "run", _folder.PathOf(), "--trx", trx, "--junit", junit, "--json", json)).Code);

        XElement[] cases = [.. XDocument.Load(junit).Descendants("testcase")];
        Assert.Equal(["cell 1: 1", "cell 2: 2", "cell 1: throw new InvalidOperationException(\"<&\\u0001\");", "cell 2: 2"], cases.Select(item => item.Attribute("name")!.Value));
        Assert.Equal(["", "skipped", "failure", "skipped"], cases.Select(item => item.Elements().FirstOrDefault()?.Name.LocalName ?? ""));
        Assert.Contains("at cell 1, line 1", cases[2].Value, StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException: <&\uFFFD", cases[2].Element("failure")!.Attribute("message")!.Value);
        XElement run = XDocument.Load(trx).Root!;
        Assert.Equal(["Passed", "NotExecuted", "Failed", "NotExecuted"], run.Descendants(run.Name.Namespace + "UnitTestResult").Select(result => result.Attribute("outcome")!.Value));
        Assert.Equal("Failed", run.Element(run.Name.Namespace + "ResultSummary")!.Attribute("outcome")!.Value);
        JsonNode report = JsonNode.Parse(File.ReadAllText(json))!;
        Assert.Equal((1, 1, 2), ((int)report["passed"]!, (int)report["failed"]!, (int)report["skipped"]!));
        Assert.Equal("Failed", (string?)report["notebooks"]![1]!["cells"]![0]!["outcome"]);
    }

    [Fact]
    public async Task Secrets_of_the_environment_are_not_recorded()
    {
        Environment.SetEnvironmentVariable("TRADEBOT_CLI_TEST_TOKEN", "token-of-the-test");
        try
        {
            string notebook = _folder.Add("a.ipynb", "Environment.GetEnvironmentVariable(\"TRADEBOT_CLI_TEST_TOKEN\")");

            Assert.Equal(0, (await Cli.RunAsync("notebook", "run", notebook)).Code);

            Assert.Equal("[TRADEBOT_CLI_TEST_TOKEN redacted]", (string?)Outputs(notebook, 0)[0]!["data"]!["text/plain"]![0]);
            Assert.DoesNotContain("token-of-the-test", File.ReadAllText(_folder.PathOf("artifacts", "a.html")), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TRADEBOT_CLI_TEST_TOKEN", null);
        }
    }

    private static JsonArray Outputs(string notebook, int cell) => JsonNode.Parse(File.ReadAllText(notebook))!["cells"]![cell]!["outputs"]!.AsArray();

    private static string WritePid() => "System.IO.File.WriteAllText(\"pid.tmp\", Environment.ProcessId.ToString()); System.IO.File.Move(\"pid.tmp\", \"pid\");";

    private static ChildProcess Start(params string[] arguments) => ChildProcess.Start("dotnet", [CommandRun.Program, .. arguments]);

    private async Task<int> PidAsync()
    {
        string file = _folder.PathOf("pid");
        for (int tries = 0; !File.Exists(file) && tries < 600; tries++)
            await Task.Delay(50);
        return int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task EndsAsync(int pid)
    {
        try
        {
            using Process process = Process.GetProcessById(pid);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (ArgumentException)
        {
            // it is gone already
        }
    }
}
