using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TradeBot.Exchanges.Tests;

/// <summary>An exchange that says exactly what a test wants: the same answers to each path, the same messages after each subscription.</summary>
internal sealed class ScriptedExchange : IAsyncDisposable
{
    private static readonly string s_time = """{"retCode":0,"retMsg":"OK","result":{"timeSecond":"1704067200","timeNano":"1704067200000000000"},"retExtInfo":{},"time":1704067200000}""";

    private readonly WebApplication _server;
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, string> _answers;
    private readonly string[] _messages;
    private int _connections;

    private ScriptedExchange(Dictionary<string, string> answers, string[] messages)
    {
        (_answers, _messages) = (answers, messages);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.UseWebSockets();
        _server.Run(HandleAsync);
    }

    public string Address { get; private set; } = "";

    public int Connections => Volatile.Read(ref _connections);

    public int Requests { get; private set; }

    /// <summary>Starts it.</summary>
    /// <param name="messages">Pushed after each subscription.</param>
    /// <param name="answers">By path without the first slash; a text that begins with a number is a status, such as <c>403 too frequent</c>.</param>
    public static async Task<ScriptedExchange> StartAsync(string[] messages, params (string Path, string Answer)[] answers)
    {
        var exchange = new ScriptedExchange(answers.ToDictionary(answer => answer.Path, answer => answer.Answer), messages);
        await exchange._server.StartAsync();
        exchange.Address = exchange._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return exchange;
    }

    public void Answer(string path, string answer) => _answers[path] = answer;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            Interlocked.Increment(ref _connections);
            using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            await TalkAsync(socket);
            return;
        }

        Requests++;
        string path = context.Request.Path.Value!.TrimStart('/');
        string answer = _answers.GetValueOrDefault(path) ?? (path == "v5/market/time" ? s_time : """{"retCode":10017,"retMsg":"Route not found.","result":{},"time":1704067200000}""");
        if (char.IsAsciiDigit(answer[0]))
            context.Response.StatusCode = int.Parse(answer[..3], null);
        await context.Response.WriteAsync(answer);
    }

    private async Task TalkAsync(WebSocket socket)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                WebSocketReceiveResult received = await socket.ReceiveAsync(buffer, _stop.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                string text = Encoding.UTF8.GetString(buffer, 0, received.Count);
                if (text.Contains("\"ping\"", StringComparison.Ordinal))
                    await SayAsync(socket, """{"success":true,"ret_msg":"pong","op":"ping","conn_id":1,"req_id":7}""");
                if (!text.Contains("\"subscribe\"", StringComparison.Ordinal))
                    continue;
                await SayAsync(socket, """{"success":true,"ret_msg":"","op":"subscribe","conn_id":1,"req_id":7}""");
                foreach (string message in _messages)
                    await SayAsync(socket, message);
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // The client has gone, or the test has ended.
        }
    }

    private Task SayAsync(WebSocket socket, string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, _stop.Token);
}
