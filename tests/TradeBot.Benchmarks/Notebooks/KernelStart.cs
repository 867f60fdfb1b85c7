using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using TradeBot.Notebooks;
using TradeBot.Testing;

namespace TradeBot.Benchmarks.Notebooks;

/// <summary>From the start of a kernel's process to the answer to its first cell, as a front end waits for it.</summary>
internal static class KernelStart
{
    private const int Starts = 7;
    private const string Key = "benchmark";

    public static async Task MeasureAsync(TextWriter output)
    {
        string ready = Repository.PathOf("artifacts", "publish", "TradeBot.Cli", "release", "TradeBot.Cli.dll");
        string plain = Repository.PathOf("artifacts", "bin", "TradeBot.Cli", "release", "TradeBot.Cli.dll");
        foreach ((string name, string path) in ((string, string)[])[("compiled ahead of time", ready), ("as built", plain)])
        {
            if (!File.Exists(path))
            {
                output.WriteLine($"start to first result, {name}: not measured, {path} is not there");
                continue;
            }

            var times = new List<double>();
            for (int i = 0; i < Starts; i++)
                times.Add(await StartAsync(path));
            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first result, {name}: median {times[Starts / 2]:0} ms, least {times[0]:0} ms (target 700 ms)"));
        }
    }

    private static async Task<double> StartAsync(string command)
    {
        ConnectionFile connection = new(IPAddress.Loopback, FreePort(), FreePort(), FreePort(), FreePort(), FreePort(), Key, MessageSigner.DefaultScheme);
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Write(connection));
        long start = Stopwatch.GetTimestamp();
        using Process kernel = Process.Start(new ProcessStartInfo("dotnet", ["exec", command, "kernel", "run", file]) { UseShellExecute = false })!;
        try
        {
            await AskAsync(connection);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        finally
        {
            kernel.Kill();
            await kernel.WaitForExitAsync();
            File.Delete(file);
        }
    }

    private static async Task AskAsync(ConnectionFile connection)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using TcpClient client = await ConnectAsync(connection, limit.Token);
        var codec = new MessageCodec(new MessageSigner(Key, MessageSigner.DefaultScheme), TimeProvider.System);
        ZmtpConnection shell = await ZmtpConnection.OpenAsync(client.GetStream(), "DEALER", "bench", ["ROUTER"], limit.Token);
        var received = Channel.CreateUnbounded<byte[][]>();
        Task reading = shell.RunAsync(frames => received.Writer.TryWrite(frames), limit.Token);
        shell.Send(codec.Encode([], "execute_request", new JsonObject { ["code"] = "6 * 7" }, parent: null));
        while (codec.Decode(await received.Reader.ReadAsync(limit.Token))?.Type != "execute_reply")
        {
            // other answers come before it
        }

        await limit.CancelAsync();
        await Task.WhenAny(reading);
    }

    private static async Task<TcpClient> ConnectAsync(ConnectionFile connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(connection.Address, connection.ShellPort, cancellationToken);
                return client;
            }
            catch (SocketException)
            {
                client.Dispose(); // not listening yet
                await Task.Delay(2, cancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Write(ConnectionFile connection) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["transport"] = "tcp", ["ip"] = connection.Address.ToString(), ["key"] = Key, ["signature_scheme"] = connection.SignatureScheme,
        ["shell_port"] = connection.ShellPort, ["iopub_port"] = connection.IopubPort, ["stdin_port"] = connection.StdinPort,
        ["control_port"] = connection.ControlPort, ["hb_port"] = connection.HeartbeatPort,
    });
}
