using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Market;
using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>Answers requests: the limits first, then the faults, then the endpoint.</summary>
internal sealed class RestApi(EmulatorOptions options, EmulatedMarket market, RateGate gate)
{
    private const string Banned = "403, access too frequent";

    private readonly FaultDice _dice = new(options.Faults);
    private readonly MarketEndpoints _endpoints = new(market);
    private readonly SignatureGate _signatures = new(options.Credentials);
    private long _faults;

    public long Faults => Interlocked.Read(ref _faults);

    public async Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path.Value!.TrimStart('/');
        string request = path + context.Request.QueryString.Value;
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

        await AnswerAsync(context, path, request, verdict, fault);
    }

    private async Task AnswerAsync(HttpContext context, string path, string request, RateGate.Verdict verdict, RequestFault fault)
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

        ReadOnlyMemory<byte> body = Body(context.Request, path, verdict, fault, now);
        if (fault == RequestFault.RateLimit)
            AddLimit(context.Response, new RateGate.Verdict(false, true, 0, TimeSpan.FromMilliseconds(20)), now);
        await WriteAsync(context, StatusCodes.Status200OK, "application/json; charset=utf-8", fault == RequestFault.Truncated ? body[..(body.Length / 2)] : body);
    }

    private ReadOnlyMemory<byte> Body(HttpRequest request, string path, RateGate.Verdict verdict, RequestFault fault, long now)
    {
        if (verdict.IsTooMany || fault is RequestFault.RateLimit or RequestFault.RateLimitWithoutHeaders)
            return ReplyText.Error(10006, "Too many visits. Exceeded the API Rate Limit.", now);
        if (fault == RequestFault.ServerCode)
            return FaultDice.Roll(options.Faults.Seed, path, (int)now) < 0.5 ? ReplyText.Error(10016, "Server error.", now) : ReplyText.Error(10000, "Server Timeout", now);

        try
        {
            if (path == "v5/user/query-api")
            {
                _signatures.Check(request, now);
                return ReplyText.Of(KeyOf(options.Credentials!), WireContext.Default.ReplyKeyRow, now);
            }

            return _endpoints.Answer(path, new RestQuery(request.Query, market), fault == RequestFault.RepeatedRow, now)
                ?? ReplyText.Error(10017, "Route not found.", now);
        }
        catch (RestRefusal refusal)
        {
            return ReplyText.Error(refusal.Code, refusal.Message, now);
        }
    }

    private static KeyRow KeyOf(BybitCredentials credentials) => new(
        "1", "local", credentials.Key, ReadOnly: 0,
        new Dictionary<string, IReadOnlyList<string>> { ["ContractTrade"] = ["Order", "Position"], ["Spot"] = ["SpotTrade"] },
        ["*"], ExpiredAt: null, CreatedAt: null, Unified: 0, Uta: 1, UserID: 1, VipLevel: "No VIP", IsMaster: true, ParentUid: "0");

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
