using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Protocol;

public class JupyterKernelTests
{
    [Fact]
    public async Task The_metadata_of_a_request_may_say_the_language()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        var metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "sql" } };
        string request = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "SELECT 6 * 7 AS answer" }, metadata);
        await front.ReplyAsync(front.Shell, request);

        var outputs = await front.OutputsAsync(request);
        Assert.Equal("answer\n------\n    42", (string?)outputs.Single(output => output.Type == "display_data").Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_cell_is_answered_by_busy_input_outputs_and_idle()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        (JsonObject reply, var outputs) = await front.RunAsync("Console.Write(\"a\");\n1 + 1");

        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Equal(["status", "execute_input", "stream", "execute_result", "status"], outputs.Select(output => output.Type));
        Assert.Equal("2", (string?)outputs[3].Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task Clearing_is_reported_between_the_outputs()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        (_, var outputs) = await front.RunAsync("Console.Write(\"a\"); clear_output(); Console.Write(\"b\"); clear_output(wait: true); display(1);");

        Assert.Equal(["stream", "clear_output", "stream", "clear_output", "display_data"], outputs.Skip(2).SkipLast(1).Select(output => output.Type));
        Assert.Equal([false, true], outputs.Where(output => output.Type == "clear_output").Select(output => (bool)output.Content["wait"]!));
    }

    [Theory]
    [InlineData("Console.Write(\"one\"); Console.Error.Write(\"two\"); Console.Write(\"three\"); Console.Write(\"four\");", "one two three four")]
    [InlineData("for (int i = 0; i < 5; i++) Console.Write(i);", "0 1 2 3 4")]
    [InlineData("foreach (char half in \"a\\U0001F600b\") Console.Write(half);", "a \U0001F600 b")] // half a character is none
    public async Task Text_is_sent_as_it_is_printed(string code, string expected)
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        (_, var outputs) = await front.RunAsync(code);

        Assert.Equal(expected, string.Join(' ', Texts(outputs)));
    }

    [Fact]
    public async Task Text_that_comes_without_a_pause_is_gathered()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        (_, var outputs) = await front.RunAsync("for (int i = 0; i < 20_000; i++) Console.WriteLine(i);");

        string[] texts = [.. Texts(outputs)];
        Assert.InRange(texts.Length, 100, 2_000);
        Assert.Equal(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i}\n")), string.Concat(texts));
    }

    [Fact]
    public async Task A_failed_cell_aborts_those_queued_behind_it()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        string failing = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "await Task.Delay(300); throw new Exception(\"x\");" });
        string queued = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "1" });

        Assert.Equal("error", (string?)(await front.ReplyAsync(front.Shell, failing)).Content["status"]);
        Assert.Equal("aborted", (string?)(await front.ReplyAsync(front.Shell, queued)).Content["status"]);
    }

    [Theory]
    [InlineData("throw new Exception(\"x\");")]
    [InlineData("int x = not_there;")]
    public async Task A_cell_that_is_sent_after_the_reply_of_a_failed_one_runs(string failing)
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        for (int round = 0; round < 50; round++)
        {
            await front.ReplyAsync(front.Shell, front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = failing }));
            string next = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "1" });
            Assert.Equal("ok", (string?)(await front.ReplyAsync(front.Shell, next)).Content["status"]);
        }
    }

    [Fact]
    public async Task An_interrupt_on_the_control_channel_ends_a_loop_and_the_session_lives_on()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        await front.RunAsync("int kept = 5;");
        string loop = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "Console.Write(\"on\"); while (true) { }" });
        while ((await front.ReadAsync(front.Iopub)).Type != "stream")
        {
            // until the loop is known to run
        }

        string interrupt = front.Send(front.Control, "interrupt_request", []);
        Assert.Equal("interrupt_reply", (await front.ReplyAsync(front.Control, interrupt)).Type);
        Assert.Equal("Cancelled", (string?)(await front.ReplyAsync(front.Shell, loop)).Content["ename"]);
        (_, var outputs) = await front.RunAsync("kept");
        Assert.Equal("5", (string?)outputs.Single(output => output.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    public async Task An_interrupt_on_the_shell_channel_waits_for_no_cell(string forever)
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        await front.RunAsync("int kept = 5;");
        string loop = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "Console.Write(\"on\"); " + forever });
        string queued = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "kept = 6;" });
        while ((await front.ReadAsync(front.Iopub)).Type != "stream")
        {
            // until the cell is known to run
        }

        string interrupt = front.Send(front.Shell, "interrupt_request", []);
        Assert.Equal("ok", (string?)(await front.ReplyAsync(front.Shell, interrupt)).Content["status"]);
        Assert.Equal("Cancelled", (string?)(await front.ReplyAsync(front.Shell, loop)).Content["ename"]);
        Assert.Equal("aborted", (string?)(await front.ReplyAsync(front.Shell, queued)).Content["status"]);
        (_, var outputs) = await front.RunAsync("kept");
        Assert.Equal("5", (string?)outputs.Single(output => output.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("CellCancellation")]
    [InlineData("((Func<(Action<string>, System.Threading.CancellationToken)?>)AppContext.GetData(\"Notebook.LongWork\"))().Value.Item2")]
    public async Task Code_that_watches_its_token_ends_by_itself(string token)
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        await front.RunAsync("using System.Threading; int kept = 5;");
        string loop = front.Send(front.Shell, "execute_request", new JsonObject
        {
            ["code"] = $"var stop = {token}; Console.Write(\"on\"); while (!stop.IsCancellationRequested) {{ }} for (var end = DateTime.UtcNow.AddSeconds(0.5); DateTime.UtcNow < end;) {{ }} kept = 6; stop.ThrowIfCancellationRequested();",
        });
        while ((await front.ReadAsync(front.Iopub)).Type != "stream")
        {
            // until the cell is known to run
        }

        front.Send(front.Shell, "interrupt_request", []);
        Assert.Equal("Cancelled", (string?)(await front.ReplyAsync(front.Shell, loop)).Content["ename"]);
        (_, var outputs) = await front.RunAsync("kept");
        Assert.Equal("6", (string?)outputs.Single(output => output.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task Code_that_has_its_token_and_heeds_it_not_is_stopped_all_the_same()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        string loop = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "var stop = CellCancellation; Console.Write(\"on\"); while (true) { }" });
        while ((await front.ReadAsync(front.Iopub)).Type != "stream")
        {
            // until the cell is known to run
        }

        long began = System.Diagnostics.Stopwatch.GetTimestamp();
        front.Send(front.Shell, "interrupt_request", []);
        Assert.Equal("Cancelled", (string?)(await front.ReplyAsync(front.Shell, loop)).Content["ename"]);
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task An_interrupt_that_overtakes_the_start_of_its_cell_still_stops_it()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        for (int round = 0; round < 10; round++)
        {
            string loop = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "while (true) { }" });
            front.Send(front.Shell, "interrupt_request", []);
            Assert.Equal("Cancelled", (string?)(await front.ReplyAsync(front.Shell, loop)).Content["ename"]);
        }

        Assert.Equal("ok", (string?)(await front.RunAsync("1")).Reply["status"]);
    }

    [Fact]
    public async Task An_interrupt_aborts_nothing_where_a_cell_may_fail()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        string loop = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "while (true) { }", ["stop_on_error"] = false });
        string queued = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "1" });
        front.Send(front.Shell, "interrupt_request", []);

        Assert.Equal("Cancelled", (string?)(await front.ReplyAsync(front.Shell, loop)).Content["ename"]);
        Assert.Equal("ok", (string?)(await front.ReplyAsync(front.Shell, queued)).Content["status"]);
    }

    [Fact]
    public async Task An_interrupt_while_nothing_runs_stops_nothing_later()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        string interrupt = front.Send(front.Shell, "interrupt_request", []);

        Assert.Equal("interrupt_reply", (await front.ReplyAsync(front.Shell, interrupt)).Type);
        Assert.Equal("ok", (string?)(await front.RunAsync("1")).Reply["status"]);
    }

    [Fact]
    public async Task A_cell_sent_on_the_control_channel_can_be_interrupted_there()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        string loop = front.Send(front.Control, "execute_request", new JsonObject { ["code"] = "while (true) { }" });
        string interrupt = front.Send(front.Control, "interrupt_request", []);

        Assert.Equal("interrupt_reply", (await front.ReplyAsync(front.Control, interrupt)).Type);
        Assert.Equal("Cancelled", (string?)(await front.ReplyAsync(front.Control, loop)).Content["ename"]);
    }

    [Fact]
    public async Task Shutdown_on_the_shell_channel_waits_for_no_cell()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "while (true) { }" });
        string request = front.Send(front.Shell, "shutdown_request", new JsonObject { ["restart"] = false });

        Assert.Equal("shutdown_reply", (await front.ReplyAsync(front.Shell, request)).Type);
        await front.Kernel.ShutdownRequested.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task ReadLine_asks_the_front_end_that_sent_the_cell()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        string request = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = "Console.ReadLine()!.Length", ["allow_stdin"] = true });
        (string parent, string type, _) = await front.ReadAsync(front.Stdin);
        Assert.Equal((request, "input_request"), (parent, type));

        front.Send(front.Stdin, "input_reply", new JsonObject { ["value"] = "four" });
        var outputs = await front.OutputsAsync(request);
        Assert.Equal("4", (string?)outputs.Single(output => output.Type == "execute_result").Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task The_newest_connection_with_an_identity_gets_the_answers()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync("me");
        FrontEnd.Peer again = await front.ConnectAsync(front.Kernel.Connection.ShellPort, "DEALER", "me");
        string request = front.Send(again, "kernel_info_request", []);
        Assert.Equal("kernel_info_reply", (await front.ReplyAsync(again, request)).Type);

        string late = front.Send(front.Shell, "kernel_info_request", []);
        Assert.Equal("kernel_info_reply", (await front.ReplyAsync(again, late)).Type);
    }

    [Fact]
    public async Task Outputs_go_to_those_who_subscribed_to_their_topic()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        FrontEnd.Peer some = await front.ConnectAsync(front.Kernel.Connection.IopubPort, "SUB", "");
        some.Connection.Send([[1, .. "kernel.stream"u8]]);
        await Task.Delay(100);
        await front.RunAsync("1");
        await front.RunAsync("Console.Write(\"heard\");");

        (_, string type, JsonObject content) = await front.ReadAsync(some);
        Assert.Equal(("stream", "heard"), (type, (string?)content["text"]));
    }

    [Fact]
    public async Task The_heartbeat_echoes_every_frame()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        FrontEnd.Peer heart = await front.ConnectAsync(front.Kernel.Connection.HeartbeatPort, "REQ", "");
        byte[][] beat = [[], "beat"u8.ToArray()];
        heart.Connection.Send(beat);
        Assert.Equal(beat, await heart.Received.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token));
    }

    [Fact]
    public async Task Shutdown_is_answered_before_the_kernel_ends()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        string request = front.Send(front.Control, "shutdown_request", new JsonObject { ["restart"] = true });
        (string type, JsonObject content) = await front.ReplyAsync(front.Control, request);
        Assert.Equal(("shutdown_reply", true), (type, (bool)content["restart"]!));
        await front.Kernel.ShutdownRequested.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static IEnumerable<string> Texts(IReadOnlyList<(string Type, JsonObject Content)> outputs) =>
        outputs.Where(output => output.Type == "stream").Select(output => (string)output.Content["text"]!);
}
