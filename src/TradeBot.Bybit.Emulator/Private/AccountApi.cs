using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>Every endpoint of the account: its verb, right and limit, and what answers it. REST and the order socket ask the same.</summary>
internal sealed class AccountApi
{
    private const string Get = "GET", Post = "POST", OrderRight = "ContractTrade.Order", PositionRight = "ContractTrade.Position", SpotRight = "Spot.SpotTrade";
    private const int BatchSize = 20, SpotBatchSize = 10;

    private static readonly string[] s_notInDemo = ["v5/account/fee-rate", "v5/order/pre-check", "v5/order/disconnected-cancel-all", "v5/account/query-dcp-info"];

    private readonly TradingEngine _engine;
    private readonly UserLimits _limits;
    private readonly OrderEndpoints _orders;
    private readonly Dictionary<string, Endpoint> _endpoints;

    public AccountApi(TradingEngine engine, BybitCredentials credentials, UserLimits limits)
    {
        (_engine, _limits, _orders) = (engine, limits, new OrderEndpoints(engine));
        var queries = new OrderQueries(engine);
        var positions = new PositionEndpoints(engine);
        var account = new AccountEndpoints(engine, credentials);
        _endpoints = new Dictionary<string, Endpoint>(StringComparer.Ordinal)
        {
            ["v5/order/create"] = new(Post, OrderRight, 10, 20, _orders.Create),
            ["v5/order/amend"] = new(Post, OrderRight, 10, 10, _orders.Amend),
            ["v5/order/cancel"] = new(Post, OrderRight, 10, 20, _orders.Cancel),
            ["v5/order/cancel-all"] = new(Post, OrderRight, 10, 20, _orders.CancelAll),
            ["v5/order/create-batch"] = new(Post, OrderRight, 10, 20, null),
            ["v5/order/amend-batch"] = new(Post, OrderRight, 10, 20, null),
            ["v5/order/cancel-batch"] = new(Post, OrderRight, 10, 20, null),
            ["v5/order/pre-check"] = new(Post, OrderRight, 10, 20, _orders.PreCheck),
            ["v5/order/disconnected-cancel-all"] = new(Post, null, 5, 5, account.SetGuard),
            ["v5/order/realtime"] = new(Get, null, 50, 50, queries.Realtime),
            ["v5/order/history"] = new(Get, null, 50, 50, queries.History),
            ["v5/execution/list"] = new(Get, null, 50, 50, queries.Executions),
            ["v5/position/list"] = new(Get, null, 50, 50, positions.List),
            ["v5/position/closed-pnl"] = new(Get, null, 50, 50, queries.ClosedProfits),
            ["v5/position/symbol-info"] = new(Get, null, 10, 10, positions.SymbolInfo),
            ["v5/position/set-leverage"] = new(Post, PositionRight, 10, 10, positions.SetLeverage),
            ["v5/position/switch-mode"] = new(Post, PositionRight, 10, 10, positions.SwitchMode),
            ["v5/position/trading-stop"] = new(Post, PositionRight, 10, 10, positions.TradingStop),
            ["v5/position/add-margin"] = new(Post, PositionRight, 10, 10, positions.AddMargin),
            ["v5/account/set-margin-mode"] = new(Post, PositionRight, 5, 5, positions.SetMarginMode),
            ["v5/account/set-limit-px-action"] = new(Post, PositionRight, 10, 10, account.SetPriceAction),
            ["v5/account/wallet-balance"] = new(Get, null, 50, 50, account.Wallet),
            ["v5/account/transaction-log"] = new(Get, null, 25, 25, account.Log),
            ["v5/account/fee-rate"] = new(Get, null, 5, 5, account.FeeRates),
            ["v5/account/info"] = new(Get, null, 50, 50, account.Info),
            ["v5/account/user-setting-config"] = new(Get, null, 10, 10, account.Settings),
            ["v5/account/query-dcp-info"] = new(Get, null, 5, 5, account.Guards),
            ["v5/account/demo-apply-money"] = new(Post, null, 10, 10, account.DemoMoney),
            ["v5/user/query-api"] = new(Get, null, 10, 10, account.Key),
        };
    }

    private sealed record Endpoint(string Verb, string? Right, int Limit, int SpotLimit, Func<Fields, long, JsonObject>? Answer);

    /// <summary>The verb of an endpoint; null where there is none, or none of this account's environment.</summary>
    public string? VerbOf(string path)
    {
        bool isDemo = _engine.Floor.Account.Options.IsDemo;
        bool isServed = isDemo ? !s_notInDemo.Contains(path) : path != "v5/account/demo-apply-money";
        return isServed && _endpoints.TryGetValue(path, out Endpoint? endpoint) ? endpoint.Verb : null;
    }

    /// <summary>What goes wrong with a request: only those that change orders and positions are hit.</summary>
    /// <param name="path">Of the endpoint.</param>
    /// <param name="body">As sent; the same text is the same request.</param>
    public OrderFault FaultOf(string path, string body) => VerbOf(path) == Post ? _engine.Floor.Dice.Next($"{path} {body}") : OrderFault.None;

    /// <summary>The answer to a request whose key, time and signature are right.</summary>
    /// <param name="path">One that <see cref="VerbOf"/> knows.</param>
    /// <param name="fields">Its parameters.</param>
    public AccountReply Answer(string path, Fields fields)
    {
        Endpoint endpoint = _endpoints[path];
        Allowance? allowance = null;
        try
        {
            bool isSpot = fields.Text("category") == "spot", isBatch = endpoint.Answer is null;
            CheckRight(endpoint, isSpot);
            int limit = isSpot ? endpoint.SpotLimit : endpoint.Limit;
            IReadOnlyList<Fields> elements = isBatch ? fields.Batch(isSpot ? SpotBatchSize : BatchSize) : [fields];
            allowance = _limits.Take($"{path} {(isSpot ? "spot" : "")}", limit, elements.Count);
            int granted = allowance?.Granted ?? elements.Count;
            if (granted == 0)
                return AccountReply.Error(10006, "Too many visits. Exceeded the API Rate Limit.", allowance);
            if (isBatch)
                return Batch(path.Split('/')[^1].Split('-')[0], fields, elements, granted, allowance);
            JsonObject result = _engine.Do(now => endpoint.Answer!(fields, now));
            return new AccountReply(0, "OK", result, [], allowance);
        }
        catch (Refusal refusal)
        {
            JsonObject result = refusal.Reason is { } reason
                ? new JsonObject { ["reasons"] = new JsonArray(new JsonObject { ["reasonCode"] = reason.Code, ["reasonMsg"] = reason.Message }) }
                : [];
            return new AccountReply(refusal.Code, refusal.Message, result, [], allowance);
        }
    }

    /// <summary>Each order by itself; those beyond the allowance fail with its code.</summary>
    private AccountReply Batch(string action, Fields fields, IReadOnlyList<Fields> elements, int granted, Allowance? allowance)
    {
        fields.Category();
        var rows = new JsonArray();
        var outcomes = new JsonArray();
        for (int i = 0; i < elements.Count; i++)
        {
            Fields element = elements[i];
            (JsonObject row, int code, string message) = i < granted
                ? _engine.Do(now => _orders.Element(action, element, now))
                : (new JsonObject { ["category"] = element.Text("category"), ["symbol"] = element.Text("symbol"), ["orderId"] = "", ["orderLinkId"] = element.Text("orderLinkId") ?? "" }, 10006, "Too many visits. Exceeded the API Rate Limit.");
            rows.Add(row);
            outcomes.Add(new JsonObject { ["code"] = code, ["msg"] = message });
        }

        return new AccountReply(0, "OK", new JsonObject { ["list"] = rows }, new JsonObject { ["list"] = outcomes }, allowance);
    }

    private void CheckRight(Endpoint endpoint, bool isSpot)
    {
        EmulatorAccount options = _engine.Floor.Account.Options;
        string? right = endpoint.Right == OrderRight && isSpot ? SpotRight : endpoint.Right;
        if ((endpoint.Verb == Post && options.IsReadOnly) || (right is not null && !options.Permissions.Contains(right)))
            throw new Refusal(10005, "Permission denied, please check your API key permissions.");
    }
}
