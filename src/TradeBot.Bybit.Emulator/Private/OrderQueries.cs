using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>Orders, executions and profits that were closed, as pages.</summary>
internal sealed class OrderQueries(TradingEngine engine)
{
    private const int LastClosed = 500;
    private const long Day = 24L * 3_600_000, Week = 7 * Day;

    /// <summary>Whether a contract is in the scope of a request: symbol, else base coin, else settle coin.</summary>
    public static bool IsIn(Contract contract, Fields fields)
    {
        if (fields.Text("symbol") is { } symbol)
            return contract.Symbol == symbol;
        if (fields.Text("baseCoin") is { } coin)
            return contract.BaseCoin == coin;
        return fields.Text("settleCoin") is not { } settle || contract.SettleCoin == settle;
    }

    public JsonObject Realtime(Fields fields, long now)
    {
        BybitCategory category = fields.Category();
        string? id = fields.Text("orderId"), linkId = fields.Text("orderLinkId");
        bool isOne = id is not null || linkId is not null;
        if (!isOne && category == BybitCategory.Linear && fields.Text("symbol") is null && fields.Text("baseCoin") is null && fields.Text("settleCoin") is null)
            throw Refusal.Parameter("one of symbol, baseCoin and settleCoin is required");
        OrderStore orders = engine.Floor.Orders;
        IEnumerable<Order> seen = LastClosedOf(category).Concat(orders.Open.Where(order => order.Contract.Category == category)).Select(order => Seen(order, now)).OfType<Order>();
        seen = isOne
            ? seen.Where(order => id is not null ? order.Id == id : order.LinkId == linkId)
            : seen.Where(order => IsIn(order.Contract, fields) && IsFiltered(order, fields) && order.IsOpen == ((fields.Whole("openOnly") ?? 0) == 0) && !IsHidden(order));
        return Page(seen.OrderBy(order => order.CreatedTime).ToArray(), fields, category);
    }

    /// <summary>Orders without fills are kept for a day, others always.</summary>
    public JsonObject History(Fields fields, long now)
    {
        BybitCategory category = fields.Category();
        string? id = fields.Text("orderId"), linkId = fields.Text("orderLinkId"), status = fields.Text("orderStatus");
        (long start, long end) = id is null && linkId is null ? fields.Span(now, Week) : (0, long.MaxValue);
        Order[] seen =
        [
            .. engine.Floor.Orders.Closed.Where(order => order.Contract.Category == category).Select(order => Seen(order, now)).OfType<Order>()
                .Where(order => !order.IsOpen && (order.Executed > 0 || order.UpdatedTime > now - Day) && order.CreatedTime >= start && order.CreatedTime <= end
                    && (id is not null ? order.Id == id : linkId is not null ? order.LinkId == linkId : IsIn(order.Contract, fields) && IsFiltered(order, fields))
                    && (status is null || order.Status.ToString() == status))
                .OrderBy(order => order.CreatedTime),
        ];
        return Page(seen, fields, category);
    }

    public JsonObject Executions(Fields fields, long now)
    {
        BybitCategory category = fields.Category();
        string? id = fields.Text("orderId"), linkId = fields.Text("orderLinkId"), type = fields.Text("execType");
        (long start, long end) = fields.Span(now, Week);
        Execution[] seen =
        [
            .. engine.Floor.Orders.Executions.Where(fill => !engine.Floor.Dice.Faults.ExecutionsHidden && fill.Contract.Category == category && fill.Time >= start && fill.Time <= end
                && (id is not null ? fill.OrderId == id : linkId is not null ? fill.OrderLinkId == linkId : IsIn(fill.Contract, fields)) && (type is null || fill.ExecType == type)),
        ];
        JsonObject page = Paging.Page(seen, fields, 100, 50, fill => Rows.Of(fill, isStream: false));
        page["category"] = fields.Text("category");
        return page;
    }

    public JsonObject ClosedProfits(Fields fields, long now)
    {
        BybitCategory category = fields.Category();
        (long start, long end) = fields.Span(now, Week);
        Order[] seen =
        [
            .. engine.Floor.Orders.Closed.Concat(engine.Floor.Orders.Open)
                .Where(order => order.ClosedQuantity > 0 && order.Contract.Category == category && IsIn(order.Contract, fields) && order.UpdatedTime >= start && order.UpdatedTime <= end)
                .OrderBy(order => order.UpdatedTime),
        ];
        JsonObject page = Paging.Page(seen, fields, 100, 50, order => Rows.ClosedProfit(order, engine.Floor.Account.PositionOf(order.Contract, order.PositionIndex).Leverage));
        page["category"] = fields.Text("category");
        return page;
    }

    private List<Order> LastClosedOf(BybitCategory category)
    {
        IReadOnlyList<Order> closed = engine.Floor.Orders.Closed;
        List<Order> last = [];
        for (int i = closed.Count - 1; i >= 0 && last.Count < LastClosed; i--)
        {
            if (closed[i].Contract.Category == category)
                last.Add(closed[i]);
        }

        return last;
    }

    private JsonObject Page(Order[] orders, Fields fields, BybitCategory category)
    {
        JsonObject page = Paging.Page(orders, fields, 50, 20, order => Rows.Of(order, isStream: false, engine.Floor.Dice.Faults));
        page["category"] = Exchanges.Rest.WireNames.Of(category);
        return page;
    }

    /// <summary>An order as a query sees it: as it is, or as it was where queries lag; null where it did not exist.</summary>
    private Order? Seen(Order order, long now)
    {
        long lag = (long)engine.Floor.Dice.Faults.StaleQueries.TotalMilliseconds;
        if (lag == 0 || order.UpdatedTime <= now - lag)
            return order;
        return order.CreatedTime > now - lag ? null : order.Before ?? order;
    }

    private static bool IsFiltered(Order order, Fields fields)
    {
        if (fields.Text("orderFilter") is not { } filter)
            return true;
        bool isStop = order.StopOrderType.Length > 0;
        return filter == "Order" ? !isStop : order.Contract.IsSpot ? filter == order.Filter : isStop;
    }

    /// <summary>A trailing stop cannot be listed before it is active.</summary>
    private static bool IsHidden(Order order) => order.StopOrderType == "TrailingStop" && order.Extreme == 0 && order.IsUntriggered;
}
