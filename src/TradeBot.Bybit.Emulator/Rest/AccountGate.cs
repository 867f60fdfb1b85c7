using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Matching;
using TradeBot.Exchanges.Emulator.Private;

namespace TradeBot.Exchanges.Emulator.Rest;

/// <summary>The account's endpoints over REST: verb, key, time and signature, then the request with what goes wrong with it.</summary>
internal sealed class AccountGate(AccountApi api, SignatureGate signatures, TradingEngine engine, EmulatorOptions options)
{
    private const int LongestBody = 1 << 20;

    /// <summary>Whether a path is one of the account's.</summary>
    public bool Serves(string path) => api.VerbOf(path) is not null;

    public static async Task<string> BodyOfAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || request.ContentLength > LongestBody)
            return "";
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    /// <returns>Null where the answer is already given, or never will be.</returns>
    public async Task<ReadOnlyMemory<byte>?> AnswerAsync(HttpContext context, string path, string body, long now)
    {
        AccountReply reply;
        try
        {
            signatures.Check(context.Request, body, now);
            if (context.Request.Method != api.VerbOf(path))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return null;
            }

            OrderFault fault = api.FaultOf(path, body);
            switch (fault)
            {
                case OrderFault.RequestLost:
                    context.Abort();
                    return null;
                case OrderFault.ErrorWithoutEffect:
                    context.Response.StatusCode = StatusCodes.Status502BadGateway;
                    return null;
                case OrderFault.RateLimited:
                    return Text(AccountReply.Error(10006, "Too many visits. Exceeded the API Rate Limit."), now);
            }

            reply = api.Answer(path, FieldsOf(context.Request, body));
            switch (fault)
            {
                case OrderFault.AnswerLost:
                    context.Abort();
                    return null;
                case OrderFault.ErrorAfterEffect:
                    context.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
                    return null;
                case OrderFault.TimeoutAfterEffect:
                    return Text(AccountReply.Error(10000, "Server Timeout"), now);
                case OrderFault.AnswerDelayed:
                    await Task.Delay(engine.Floor.Dice.Faults.AnswerDelay, options.Clock, context.RequestAborted);
                    break;
            }
        }
        catch (RestRefusal refusal)
        {
            reply = AccountReply.Error(refusal.Code, refusal.Message);
        }
        catch (Refusal refusal)
        {
            reply = AccountReply.Error(refusal.Code, refusal.Message);
        }

        AddLimit(context.Response, reply, now);
        return Text(reply, now);
    }

    private static Fields FieldsOf(HttpRequest request, string body)
    {
        if (HttpMethods.IsGet(request.Method))
            return new Fields(request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value[0] ?? "")));
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return new Fields(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw Refusal.Parameter("the body is not JSON");
        }
    }

    private static ReadOnlyMemory<byte> Text(AccountReply reply, long now) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["retCode"] = reply.Code, ["retMsg"] = reply.Message, ["result"] = reply.Result, ["retExtInfo"] = reply.Extra, ["time"] = now,
    }.ToJsonString());

    private static void AddLimit(HttpResponse response, AccountReply reply, long now)
    {
        if (reply.Allowance is not { } allowance)
            return;
        CultureInfo invariant = CultureInfo.InvariantCulture;
        response.Headers["X-Bapi-Limit"] = allowance.Limit.ToString(invariant);
        response.Headers["X-Bapi-Limit-Status"] = allowance.Left.ToString(invariant);
        response.Headers["X-Bapi-Limit-Reset-Timestamp"] = (now + (long)Math.Ceiling(allowance.FullIn.TotalMilliseconds)).ToString(invariant);
    }
}
