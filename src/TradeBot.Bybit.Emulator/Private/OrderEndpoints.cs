using System.Globalization;
using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>/v5/order: what changes orders. Responses only acknowledge; the outcome of an order is sent on the streams.</summary>
internal sealed class OrderEndpoints(TradingEngine engine)
{
    private const int MostCancelled = 500;

    public JsonObject Create(Fields fields, long now) => Ack(engine.Orders.Create(OrderFields.Read(fields, engine.Floor.Account), now));

    public JsonObject Amend(Fields fields, long now)
    {
        Order order = Working(fields);
        engine.Orders.Amend(order, OrderFields.ReadChange(fields), now);
        return Ack(order);
    }

    public JsonObject Cancel(Fields fields, long now)
    {
        Order order = Working(fields);
        engine.Orders.Cancel(order, now);
        return Ack(order);
    }

    /// <summary>Everything of one scope: symbol, else base coin, else settle coin; spot all when none is given.</summary>
    public JsonObject CancelAll(Fields fields, long now)
    {
        BybitCategory category = fields.Category();
        bool isSpot = category == BybitCategory.Spot;
        if (!isSpot && fields.Text("symbol") is null && fields.Text("baseCoin") is null && fields.Text("settleCoin") is null)
            throw Refusal.Parameter("one of symbol, baseCoin and settleCoin is required");
        Order[] orders = [.. engine.Floor.Orders.Open.Where(order => order.Contract.Category == category && OrderQueries.IsIn(order.Contract, fields) && IsMeant(order, fields, isSpot))];
        if (engine.Floor.Dice.Faults.CancelAllSparesStops)
            orders = [.. orders.Where(order => !order.IsUntriggered)];
        var list = new JsonArray();
        foreach (Order order in orders.Take(MostCancelled))
        {
            engine.Orders.CancelNow(order, "CancelByUser", now);
            list.Add(Ack(order));
        }

        return new JsonObject { ["list"] = list, ["success"] = "1" };
    }

    /// <summary>One element of a batch: its row of the result, and what went wrong.</summary>
    public (JsonObject Row, int Code, string Message) Element(string action, Fields fields, long now)
    {
        var row = new JsonObject { ["category"] = fields.Text("category"), ["symbol"] = fields.Text("symbol"), ["orderId"] = "", ["orderLinkId"] = fields.Text("orderLinkId") ?? "" };
        try
        {
            if (action == "amend" && Working(fields).IsUntriggered)
                throw Refusal.Parameter("conditional orders cannot be amended in a batch");
            JsonObject ack = action switch
            {
                "create" => Create(fields, now),
                "amend" => Amend(fields, now),
                _ => Cancel(fields, now),
            };
            row["orderId"] = ack["orderId"]!.GetValue<string>();
            row["orderLinkId"] = ack["orderLinkId"]!.GetValue<string>();
            if (action == "create")
                row["createAt"] = now.ToString(CultureInfo.InvariantCulture);
            return (row, 0, "OK");
        }
        catch (Refusal refusal)
        {
            if (action == "create")
                row["createAt"] = "";
            return (row, refusal.Code, refusal.Message);
        }
    }

    /// <summary>Margin rates of the account before and after an order that is not placed.</summary>
    public JsonObject PreCheck(Fields fields, long now)
    {
        OrderRequest request = OrderFields.Read(fields, engine.Floor.Account);
        if (request.TriggerPrice is not null || engine.Floor.Account.IsIsolated || request.Contract.IsInverse)
            throw Refusal.Parameter("pre-check is for cross margin and plain orders, not inverse");
        AccountFigures before = engine.Floor.Margin.At(now);
        Order order = engine.Orders.Check(request, now);
        decimal opening = request.Contract.IsSpot ? 0 : engine.Floor.Margin.OpeningQuantity(order), price = order.IsMarket ? order.LastPriceOnCreated : order.Price;
        decimal initial = opening == 0 ? 0 : engine.Floor.Margin.MarginOf(order, opening, price);
        decimal maintenance = opening == 0 ? 0 : PositionMargin.MaintenanceOf(request.Contract, request.Contract.ValueOf(opening, price));
        int Rate(decimal margin) => before.MarginBalance > 0 ? (int)Math.Round(margin / before.MarginBalance * 10_000) : 0;
        return new JsonObject
        {
            ["orderId"] = "", ["orderLinkId"] = request.LinkId, ["preImrE4"] = Rate(before.InitialMargin), ["preMmrE4"] = Rate(before.MaintenanceMargin),
            ["postImrE4"] = Rate(before.InitialMargin + initial), ["postMmrE4"] = Rate(before.MaintenanceMargin + maintenance),
        };
    }

    private static JsonObject Ack(Order order) => new() { ["orderId"] = order.Id, ["orderLinkId"] = order.LinkId };

    private Order Working(Fields fields)
    {
        Contract contract = fields.Contract(engine.Floor.Account);
        string? id = fields.Text("orderId"), linkId = fields.Text("orderLinkId");
        if (id is null && linkId is null)
            throw Refusal.Parameter("orderId or orderLinkId is required");
        Order? order = engine.Floor.Orders.Find(id, linkId);
        bool isFound = order is { IsOpen: true } && order.Contract == contract && (!contract.IsSpot || !order.IsUntriggered || (fields.Text("orderFilter") ?? "Order") == order.Filter);
        return isFound ? order! : throw OrderDesk.Gone(contract);
    }

    private static bool IsMeant(Order order, Fields fields, bool isSpot)
    {
        string filter = fields.OneOf("orderFilter", isSpot ? "Order" : "All", "All", "Order", "StopOrder", "OpenOrder", "tpslOrder", "OcoOrder");
        bool isStop = order.IsUntriggered;
        if (isSpot)
            return filter == "Order" ? !isStop : isStop && filter == order.Filter;
        return filter switch
        {
            "All" => true,
            "Order" or "OpenOrder" => !isStop,
            "StopOrder" => isStop && (fields.Text("stopOrderType") is not { } type || type == order.StopOrderType),
            _ => false,
        };
    }
}
