using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Market;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>Answers requests: the limits first, then the faults, then the endpoint.</summary>
internal sealed class RestApi(EmulatorOptions options, EmulatedMarket market, RateGate gate, AccountGate account)
{
    private const string Banned = "403, access too frequent", Json = "application/json; charset=utf-8";

    private readonly FaultDice _dice = new(options.Faults);
    private readonly MarketEndpoints _endpoints = new(market);
    private long _faults;

    public long Faults => Interlocked.Read(ref _faults);

    public async Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!.TrimStart('/');
        string body = await AccountGate.BodyOfAsync(context.Request), request = $"{path}{context.Request.QueryString.Value}{body}";
        RateGate.Verdict verdict = gate.Enter(path);
        if (options.Faults.Latency > TimeSpan.Zero)
            await Task.Delay(_dice.LatencyOf(request), options.Clock, context.RequestAborted);

        RequestFault fault = verdict.IsBanned ? RequestFault.None : _dice.Next(request);
        if (fault != RequestFault.None)
            Interlocked.Increment(ref _faults);
        if (fault == RequestFault.Ban)
            gate.Ban(options.Faults.BanDuration);
        if (verdict.IsBanned || fault == RequestFault.Ban)
        {
            await WriteAsync(context, StatusCodes.Status403Forbidden, "text/html", Encoding.UTF8.GetBytes(Banned));
            return;
        }

        await AnswerAsync(context, path, request, body, verdict, fault);
    }

    private async Task AnswerAsync(HttpContext context, string path, string request, string body, RateGate.Verdict verdict, RequestFault fault)
    {
        long now = market.Clock.Now;
        AddLimit(context.Response, verdict, now);
        switch (fault)
        {
            case RequestFault.Aborted:
                context.Abort();
                return;
            case RequestFault.ServerError:
                await WriteAsync(context, 500 + (int)(FaultDice.Roll(options.Faults.Seed, request, 99) * 5), "text/html", "<html>upstream error</html>"u8.ToArray());
                return;
            case RequestFault.Invalid:
                await WriteAsync(context, StatusCodes.Status200OK, "text/html", "<html><body>One moment, please</body></html>"u8.ToArray());
                return;
        }

        if (account.Serves(path) && fault is not (RequestFault.RateLimit or RequestFault.RateLimitWithoutHeaders or RequestFault.ServerCode) && !verdict.IsTooMany)
        {
            if (await account.AnswerAsync(context, path, body, now) is { } text)
                await WriteAsync(context, StatusCodes.Status200OK, Json, fault == RequestFault.Truncated ? text[..(text.Length / 2)] : text);
            return;
        }

        ReadOnlyMemory<byte> answer = Answer(context.Request, path, verdict, fault, now);
        if (fault == RequestFault.RateLimit)
            AddLimit(context.Response, new RateGate.Verdict(false, true, 0, TimeSpan.FromMilliseconds(20)), now);
        await WriteAsync(context, StatusCodes.Status200OK, Json, fault == RequestFault.Truncated ? answer[..(answer.Length / 2)] : answer);
    }

    private ReadOnlyMemory<byte> Answer(HttpRequest request, string path, RateGate.Verdict verdict, RequestFault fault, long now)
    {
        if (verdict.IsTooMany || fault is RequestFault.RateLimit or RequestFault.RateLimitWithoutHeaders)
            return ReplyText.Error(10006, "Too many visits. Exceeded the API Rate Limit.", now);
        if (fault == RequestFault.ServerCode)
            return FaultDice.Roll(options.Faults.Seed, path, (int)now) < 0.5 ? ReplyText.Error(10016, "Server error.", now) : ReplyText.Error(10000, "Server Timeout", now);

        try
        {
            return _endpoints.Answer(path, new RestQuery(request.Query, market), fault == RequestFault.RepeatedRow, now)
                ?? ReplyText.Error(10017, "Route not found.", now);
        }
        catch (RestRefusal refusal)
        {
            return ReplyText.Error(refusal.Code, refusal.Message, now);
        }
    }

    private void AddLimit(HttpResponse response, RateGate.Verdict verdict, long now)
    {
        if (verdict.Left is not { } left)
            return;
        CultureInfo invariant = CultureInfo.InvariantCulture;
        response.Headers["X-Bapi-Limit"] = (options.Limits.PerEndpoint ?? 50).ToString(invariant);
        response.Headers["X-Bapi-Limit-Status"] = left.ToString(invariant);
        response.Headers["X-Bapi-Limit-Reset-Timestamp"] = (now + (long)Math.Ceiling(verdict.FullIn.TotalMilliseconds)).ToString(invariant);
    }

    private static async Task WriteAsync(HttpContext context, int status, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
