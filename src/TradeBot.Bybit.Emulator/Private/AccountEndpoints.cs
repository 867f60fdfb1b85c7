using System.Text.Json;
using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Matching;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>/v5/account and /v5/user: balances, log, fees, settings, the key, disconnect protection and demo money.</summary>
internal sealed class AccountEndpoints(TradingEngine engine, BybitCredentials credentials)
{
    private const long Day = 24L * 3_600_000, DemoPause = 60_000;

    private static readonly Dictionary<string, decimal> s_mostMoney = new(StringComparer.Ordinal) { ["BTC"] = 15, ["ETH"] = 200, ["USDT"] = 100_000, ["USDC"] = 100_000 };

    private long _lastMoney = long.MinValue / 2;

    private AccountState Account => engine.Floor.Account;

    public JsonObject Wallet(Fields fields, long now)
    {
        fields.OneOf("accountType", null, "UNIFIED");
        string[]? coins = fields.Text("coin")?.Split(',');
        return new JsonObject { ["list"] = new JsonArray(Rows.Of(engine.Floor.Margin.At(now), coins, engine.Floor.Dice.Faults, Account.IsIsolated)) };
    }

    public JsonObject Log(Fields fields, long now)
    {
        (long start, long end) = fields.Span(now, Day);
        string? coin = fields.Text("currency"), type = fields.Text("type"), category = fields.Text("category");
        CashFlow[] seen =
        [
            .. Account.Wallet.Log.Where(flow => flow.Time >= start && flow.Time <= end && (coin is null || flow.Coin == coin) && (type is null || flow.Type == type)
                && (category is null || flow.Contract?.Word == category)),
        ];
        return Paging.Page(seen, fields, 50, 20, Rows.Of);
    }

    public JsonObject Info(Fields fields, long now) => new()
    {
        ["marginMode"] = Account.IsIsolated ? "ISOLATED_MARGIN" : "REGULAR_MARGIN", ["updatedTime"] = Rows.Text(now), ["unifiedMarginStatus"] = 5, ["dcpStatus"] = engine.Guard.Windows.Count > 0 ? "ON" : "OFF",
        ["timeWindow"] = (int)(engine.Guard.Windows.Values.FirstOrDefault() / 1000), ["smpGroup"] = 0, ["isMasterTrader"] = false, ["spotHedgingStatus"] = "OFF",
    };

    public JsonObject Settings(Fields fields, long now) => new()
    {
        ["lpaSpot"] = Account.MovesSpotPrices, ["lpaPerp"] = Account.MovesFuturesPrices, ["smsef"] = Account.Options.FeeCoin is not null, ["fmsef"] = Account.Options.FeeCoin is not null,
    };

    public JsonObject SetPriceAction(Fields fields, long now)
    {
        bool moves = fields.Flag("modifyEnable");
        if (fields.Category() == BybitCategory.Spot)
            Account.MovesSpotPrices = moves;
        else
            Account.MovesFuturesPrices = moves;
        return [];
    }

    public JsonObject FeeRates(Fields fields, long now)
    {
        BybitCategory category = fields.Category();
        IEnumerable<Contract> contracts = fields.Text("symbol") is null ? Account.Contracts.Where(contract => contract.Category == category) : [fields.Contract(Account)];
        var list = new JsonArray();
        foreach (Contract contract in contracts)
        {
            list.Add(new JsonObject
            {
                ["symbol"] = contract.Symbol, ["baseCoin"] = "", ["takerFeeRate"] = Rows.Plain(Account.FeeRate(contract, isMaker: false)), ["makerFeeRate"] = Rows.Plain(Account.FeeRate(contract, isMaker: true)),
            });
        }

        return new JsonObject { ["category"] = fields.Text("category"), ["list"] = list };
    }

    public JsonObject Key(Fields fields, long now)
    {
        var permissions = new JsonObject { ["ContractTrade"] = new JsonArray(), ["Spot"] = new JsonArray(), ["Wallet"] = new JsonArray() };
        foreach (string[] right in Account.Options.Permissions.Select(right => right.Split('.')))
        {
            permissions.TryAdd(right[0], new JsonArray());
            ((JsonArray)permissions[right[0]]!).Add(right[1]);
        }

        DateTime? expires = Account.Options.KeyExpiresAt;
        return new JsonObject
        {
            ["id"] = "1", ["note"] = "local", ["apiKey"] = credentials.Key, ["readOnly"] = Account.Options.IsReadOnly ? 1 : 0, ["secret"] = "", ["permissions"] = permissions,
            ["ips"] = new JsonArray([.. Account.Options.Addresses.Select(address => (JsonNode)address)]), ["type"] = 1,
            ["deadlineDay"] = expires is { } end ? (int)((UnixTime.FromDateTime(end) - now) / Day) : -2, ["expiredAt"] = expires?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            ["createdAt"] = "2024-01-01T00:00:00Z", ["unified"] = 0, ["uta"] = 1, ["userID"] = 1, ["inviterID"] = 0, ["vipLevel"] = "No VIP", ["mktMakerLevel"] = "0", ["affiliateID"] = 0, ["rsaPublicKey"] = "",
            ["isMaster"] = true, ["parentUid"] = "0",
        };
    }

    public JsonObject SetGuard(Fields fields, long now)
    {
        if (!Account.Options.HasDisconnectProtection)
            throw new Refusal(10005, "Permission denied: disconnect-cancel-all is granted to institutions");
        string product = fields.OneOf("product", "OPTIONS", "OPTIONS", "DERIVATIVES", "SPOT");
        long window = fields.Whole("timeWindow") ?? throw Refusal.Parameter("timeWindow is required");
        if (window is < 3 or > 300)
            throw Refusal.Parameter("timeWindow must be in [3, 300]");
        engine.Guard.Set(product, window * 1000);
        return [];
    }

    public JsonObject Guards(Fields fields, long now)
    {
        var list = new JsonArray();
        foreach ((string product, long window) in engine.Guard.Windows)
            list.Add(new JsonObject { ["product"] = product, ["dcpStatus"] = "ON", ["timeWindow"] = Rows.Text(window / 1000) });
        return new JsonObject { ["dcpInfos"] = list };
    }

    /// <summary>Adds or takes demo money: once a minute, and so much of a coin at most.</summary>
    public JsonObject DemoMoney(Fields fields, long now)
    {
        bool isTaken = (fields.Whole("adjustType") ?? 0) == 1;
        JsonElement list = fields.Element("utaDemoApplyMoney");
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            throw Refusal.Parameter("utaDemoApplyMoney must be a list of coin and amountStr");
        (string Coin, decimal Amount)[] wanted = [.. list.EnumerateArray().Select(row => new Fields(row)).Select(row => (row.Needed("coin"), row.NeededNumber("amountStr")))];
        foreach ((string coin, decimal amount) in wanted)
        {
            if (!s_mostMoney.TryGetValue(coin, out decimal most) || amount <= 0 || amount > most)
                throw Refusal.Parameter($"coin and amountStr: accepted are up to {string.Join(", ", s_mostMoney.Select(pair => $"{Rows.Plain(pair.Value)} {pair.Key}"))}");
            if (isTaken && amount > Account.Wallet[coin])
                throw Refusal.Parameter($"the wallet has less than {Rows.Plain(amount)} {coin}");
        }

        if (now - _lastMoney < DemoPause)
            throw new Refusal(10006, "Too many visits. Demo money can be asked for once a minute.");
        _lastMoney = now;
        foreach ((string coin, decimal amount) in wanted)
            Account.Wallet.Add(new CashFlow { Time = now, Type = isTaken ? "TRANSFER_OUT" : "TRANSFER_IN", Coin = coin, Cash = isTaken ? -amount : amount });
        engine.Floor.News.TouchWallet();
        return [];
    }
}
