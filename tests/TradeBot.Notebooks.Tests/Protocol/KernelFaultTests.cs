using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Protocol;

public class KernelFaultTests
{
    [Fact]
    public async Task Garbage_on_any_port_ends_that_connection_and_no_more()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        ConnectionFile at = front.Kernel.Connection;
        byte[] random = new byte[5000];
        new Random(7).NextBytes(random);
        byte[] endlessFrame = [.. ZmtpHandshake.OwnGreeting.Span, 2, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        byte[] brokenReady = [.. ZmtpHandshake.OwnGreeting.Span, 4, 9, .. "\u0005READY\u00ff\u00ff\u00ff"u8.ToArray()[..9]];
        foreach (int port in (int[])[at.ShellPort, at.ControlPort, at.StdinPort, at.IopubPort, at.HeartbeatPort])
        {
            foreach (byte[] bytes in (byte[][])[random, endlessFrame, brokenReady, Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" + new string('x', 100)), []])
            {
                using var client = new TcpClient();
                await client.ConnectAsync(at.Address, port);
                await client.GetStream().WriteAsync(bytes);
            }
        }

        Assert.Equal("ok", (string?)(await front.RunAsync("1")).Reply["status"]);
    }

    [Fact]
    public async Task A_forged_message_is_not_run()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        var forger = new MessageCodec(new MessageSigner("another key", MessageSigner.DefaultScheme), TimeProvider.System);
        var unsigned = new MessageCodec(new MessageSigner("", MessageSigner.DefaultScheme), TimeProvider.System);
        var content = new JsonObject { ["code"] = "int forged = 1;" };
        front.Shell.Connection.Send(forger.Encode([], "execute_request", content, parent: null));
        front.Shell.Connection.Send(unsigned.Encode([], "execute_request", content, parent: null));
        front.Control.Connection.Send(forger.Encode([], "shutdown_request", [], parent: null));

        (JsonObject reply, _) = await front.RunAsync("forged");
        Assert.Equal("CompilationError", (string?)reply["ename"]);
        Assert.Equal(1, (int)reply["execution_count"]!);
        Assert.False(front.Kernel.ShutdownRequested.IsCompleted);
    }

    [Fact]
    public async Task Signed_nonsense_is_ignored()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        var signer = new MessageSigner(FrontEnd.Key, MessageSigner.DefaultScheme);
        foreach (string nonsense in (string[])["", "null", "[]", "{\"msg_id\": 3}", "{\"msg_id\": \"a\", \"msg_type\": {}}", "\u0001"])
        {
            byte[][] parts = [Encoding.UTF8.GetBytes(nonsense), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()];
            front.Shell.Connection.Send([Encoding.ASCII.GetBytes("<IDS|MSG>"), signer.Sign(parts), .. parts]);
        }

        front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = 5, ["silent"] = "perhaps", ["user_expressions"] = "none" });
        front.Send(front.Shell, "complete_request", new JsonObject { ["code"] = "x", ["cursor_pos"] = -7 });
        front.Send(front.Shell, "inspect_request", []);
        front.Send(front.Shell, "history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = -1 });
        Assert.Equal("ok", (string?)(await front.RunAsync("1")).Reply["status"]);
    }

    [Fact]
    public async Task A_listener_that_reads_nothing_holds_up_no_one_for_ordinary_output()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        using var deaf = new TcpClient();
        await deaf.ConnectAsync(front.Kernel.Connection.Address, front.Kernel.Connection.IopubPort);
        byte[] ready = ZmtpHandshake.Ready("SUB", "");
        await deaf.GetStream().WriteAsync((byte[])[.. ZmtpHandshake.OwnGreeting.Span, 4, (byte)ready.Length, .. ready, 0, 1, 1]);

        (JsonObject reply, var outputs) = await front.RunAsync("for (int i = 0; i < 20_000; i++) Console.WriteLine(i);");
        Assert.Equal("ok", (string?)reply["status"]);
        Assert.EndsWith("19999\n", string.Concat(outputs.Where(o => o.Type == "stream").Select(o => (string?)o.Content["text"])), StringComparison.Ordinal);
    }
}
