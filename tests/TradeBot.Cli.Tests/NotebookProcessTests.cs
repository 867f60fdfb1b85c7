using System.Diagnostics;
using System.Runtime.Versioning;
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
    [InlineData("Console.WriteLine(\"the last\"); System.Runtime.InteropServices.Marshal.WriteByte((nint)0x123456789, 1);", "KernelDied")]
    [InlineData("using System.Runtime.InteropServices; Console.WriteLine(\"the last\"); Marshal.GetDelegateForFunctionPointer<Action>(NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), \"abort\"))();", "KernelDied")]
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
    public async Task Nothing_that_was_printed_before_the_death_is_lost()
    {
        string notebook = _folder.Add("a.ipynb", "for (int i = 0; i < 5_000; i++) Console.WriteLine(i); display(\"shown\"); Console.Error.Write(\"last words\"); Environment.FailFast(\"beyond repair\");");

        Assert.Equal(1, (await Cli.RunAsync("notebook", "run", notebook)).Code);

        JsonArray outputs = Outputs(notebook, 0);
        Assert.Equal((5_000, "4999\n"), (outputs[0]!["text"]!.AsArray().Count, (string?)outputs[0]!["text"]![4_999]));
        Assert.Equal(["stream", "display_data", "stream", "error"], outputs.Select(output => (string?)output!["output_type"]));
        Assert.Equal("last words", (string?)outputs[2]!["text"]![0]);
        Assert.Contains("beyond repair", outputs[3]!["traceback"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_children_and_descriptors_write_stands_where_it_was_written()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux lets a process read its own descriptors.");
        string notebook = _folder.Add(
            "a.ipynb",
            """
            using System.Diagnostics;
            void Shell(string command) { using var child = Process.Start("sh", ["-c", command]); child.WaitForExit(); }
            Console.WriteLine("one"); Shell("echo two; echo trois >&2"); Console.WriteLine("four");
            using (var raw = Console.OpenStandardOutput()) raw.Write(System.Text.Encoding.UTF8.GetBytes("five é\n"));
            """,
            "Shell(\"echo six\"); display(7); Shell(\"echo acht >&2\");",
            "Shell(\"head -c 300000 /dev/zero | tr '\\\\0' x >&2\"); Shell(\"head -c 300000 /dev/zero | tr '\\\\0' y\");");

        Assert.Equal(0, (await Cli.RunAsync("notebook", "run", notebook)).Code);

        static string Text(JsonNode? output) => string.Concat(output!["text"]!.AsArray().Select(line => (string?)line));
        JsonArray first = Outputs(notebook, 0), second = Outputs(notebook, 1), third = Outputs(notebook, 2);
        Assert.Equal(["one\ntwo\n", "trois\n", "four\nfive é\n"], first.Select(Text));
        Assert.Equal(["six\n", "acht\n"], second.Where(output => (string?)output!["output_type"] == "stream").Select(Text));
        Assert.Equal("display_data", (string?)second[1]!["output_type"]);
        // A pipe keeps the last of its text while the next child already writes to the other, so the two may take turns; nothing is lost.
        Assert.Equal(
            [("stderr", 300_000), ("stdout", 300_000)],
            third.GroupBy(output => (string)output!["name"]!, output => Text(output).Length).Select(stream => (stream.Key, stream.Sum())).Order());
    }

    [Fact]
    public async Task What_a_cell_does_to_the_console_lasts_to_its_end_and_silences_no_other()
    {
        string notebook = _folder.Add(
            "a.ipynb",
            "Console.SetOut(System.IO.TextWriter.Null); Console.SetError(System.IO.TextWriter.Null); Console.Write(\"nowhere\");",
            "Console.Write(\"out\"); Console.Error.Write(\"error\");",
            "var own = new System.IO.StringWriter(); Console.SetOut(own); Console.Write(\"mine\");\nown.ToString()",
            "Console.Write(\"out again\");\nown.ToString()");

        Assert.Equal(0, (await Cli.RunAsync("notebook", "run", notebook)).Code);

        Assert.Empty(Outputs(notebook, 0));
        Assert.Equal(["out", "error"], Outputs(notebook, 1).Select(output => (string?)output!["text"]![0]));
        Assert.Equal("mine", (string?)Outputs(notebook, 2)[0]!["data"]!["text/plain"]![0]);
        Assert.Equal("out again", (string?)Outputs(notebook, 3)[0]!["text"]![0]);
        Assert.Equal("mine", (string?)Outputs(notebook, 3)[1]!["data"]!["text/plain"]![0]);
    }

    [SkippableTheory]
    [InlineData("", 0)]
    [InlineData("throw new InvalidOperationException();", 1)]
    [InlineData("Environment.FailFast(\"dead\");", 1)]
    public async Task Children_of_cells_end_with_the_notebook(string end, int expected)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Other systems find only some of them.");
        string notebook = _folder.Add("a.ipynb", "var child = System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"sleep 600 & echo $! > grandchild; exec sleep 600\"]); while (!System.IO.File.Exists(\"grandchild\") || new System.IO.FileInfo(\"grandchild\").Length == 0) await Task.Delay(10); System.IO.File.WriteAllText(\"pid\", child.Id.ToString());", end);

        Assert.Equal(expected, (await Cli.RunAsync("notebook", "run", notebook)).Code);

        foreach (string file in new[] { "pid", "grandchild" })
            await EndsAsync(int.Parse(File.ReadAllText(_folder.PathOf(file)), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("while (true);")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    public async Task After_a_cell_that_was_stopped_at_its_limit_the_next_one_answers(string forever)
    {
        string notebook = _folder.Add("a.ipynb", forever, "40 + 2");

        await Cli.RunAsync("notebook", "run", notebook, "--timeout", "2", "--keep-going");

        Assert.Equal("TimeLimit", (string?)Outputs(notebook, 0)[^1]!["ename"]);
        Assert.Equal("42", (string?)Outputs(notebook, 1)[0]!["data"]!["text/plain"]![0]);
    }

    [SkippableFact]
    public async Task Two_runs_from_two_folders_record_the_same_bytes()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no shell that keeps its folder in PWD.");
        string notebook = _folder.Add("a.ipynb", "string.Join('\\n', Environment.CurrentDirectory, Environment.GetEnvironmentVariable(\"PWD\"), Environment.GetEnvironmentVariable(\"OLDPWD\") ?? \"none\")");
        byte[][] recorded = new byte[2][];
        string[] folders = [Path.GetDirectoryName(notebook)!, Path.GetTempPath()];
        for (int i = 0; i < folders.Length; i++)
        {
            ChildRun run = await ChildProcess.RunAsync("sh", ["-c", "cd /usr && cd \"$0\" && export PWD OLDPWD && exec dotnet \"$@\"", folders[i], CommandRun.Program, "notebook", "run", notebook]);
            Assert.Equal(0, run.ExitCode);
            recorded[i] = File.ReadAllBytes(notebook);
        }

        Assert.Equal(recorded[0], recorded[1]);
        Assert.Equal([folders[0] + "\n", folders[0] + "\n", "none"], Outputs(notebook, 0)[0]!["data"]!["text/plain"]!.AsArray().Select(line => (string?)line));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Every_command_that_writes_a_notebook_writes_through_a_link_and_keeps_the_mode()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows knows no such modes.");
        const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead;
        string real = _folder.Add("real.ipynb", "40 + 2"), link = _folder.PathOf("link.ipynb");
        File.SetUnixFileMode(real, Shared);
        File.CreateSymbolicLink(link, "real.ipynb");
        string[][] commands = [["run"], ["clean"], ["run"], ["normalize"], ["test", "--update"]];

        foreach (string[] command in commands)
        {
            if (command[0] == "test")
                File.WriteAllText(real, File.ReadAllText(real).Replace("\"42\"", "\"41\"", StringComparison.Ordinal));
            string before = File.ReadAllText(real);
            (int code, _, string error) = await Cli.RunAsync(["notebook", .. command, link]);

            Assert.True(code == 0, $"{command[0]}: {error}");
            Assert.Equal("real.ipynb", new FileInfo(link).LinkTarget);
            Assert.Equal(Shared, File.GetUnixFileMode(real));
            Assert.True(before != File.ReadAllText(real) || command[0] == "normalize", $"{command[0]} wrote nothing");
        }

        Assert.Contains("42", File.ReadAllText(real), StringComparison.Ordinal);
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
    public async Task Notebooks_run_side_by_side_and_are_reported_in_order()
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
    public async Task Reports_report_every_cell()
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
