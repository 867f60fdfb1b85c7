using System.Globalization;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>Reads orders and their changes from the parameters of a request.</summary>
internal static class OrderFields
{
    public static OrderRequest Read(Fields fields, AccountState account)
    {
        Contract contract = fields.Contract(account);
        bool isMarket = fields.OneOf("orderType", null, "Market", "Limit") == "Market", isBuy = fields.OneOf("side", null, "Buy", "Sell") == "Buy";
        decimal? trigger = Positive(fields, "triggerPrice");
        int? direction = (int?)fields.Whole("triggerDirection");
        string filter = fields.OneOf("orderFilter", "Order", "Order", "StopOrder", "tpslOrder");
        if (direction is not (null or 0 or 1 or 2))
            throw Refusal.Parameter("triggerDirection must be 1 or 2");
        if (!contract.IsSpot && trigger is not null && (direction ?? 0) == 0)
            throw Refusal.Parameter("triggerDirection is required with triggerPrice");
        if (contract.IsSpot && filter != "Order" && trigger is null)
            throw Refusal.Parameter("triggerPrice is required for a conditional order");
        if (fields.Flag("isLeverage"))
            throw new Refusal(170033, "Margin not enough: the account does not borrow.");

        string tolerance = fields.OneOf("slippageToleranceType", "None", "None", "TickSize", "Percent"), offer = fields.OneOf("bboSideType", "None", "None", "Queue", "Counterparty");
        return new OrderRequest
        {
            Contract = contract, IsBuy = isBuy, IsMarket = isMarket, Quantity = fields.NeededNumber("qty"), Price = fields.Number("price"),
            TimeInForce = TimeInForceOf(fields), LinkId = fields.Text("orderLinkId") ?? "", PositionIndex = (int?)fields.Whole("positionIdx"),
            ReduceOnly = fields.Flag("reduceOnly") && !contract.IsSpot, CloseOnTrigger = fields.Flag("closeOnTrigger") && !contract.IsSpot,
            TriggerPrice = trigger, TriggerDirection = direction == 0 ? null : direction, TriggerBy = SourceOf(fields, "triggerBy") ?? TriggerSource.LastPrice,
            Filter = contract.IsSpot && trigger is not null && filter == "Order" ? "StopOrder" : filter,
            IsByValue = contract.IsSpot && isMarket && fields.OneOf("marketUnit", isBuy ? "quoteCoin" : "baseCoin", "baseCoin", "quoteCoin") == "quoteCoin",
            Exits = Exits(fields),
            ToleranceTicks = tolerance == "TickSize" ? Ticks(fields) : null, TolerancePercent = tolerance == "Percent" ? fields.NeededNumber("slippageTolerance") : null,
            TakesCounterparty = offer == "None" ? null : offer == "Counterparty", BookLevel = offer == "None" ? 0 : int.Parse(fields.OneOf("bboLevel", null, "1", "2", "3", "4", "5"), CultureInfo.InvariantCulture),
        };
    }

    public static AmendRequest ReadChange(Fields fields) => new()
    {
        Quantity = fields.Number("qty"), Price = fields.Number("price"), TriggerPrice = Positive(fields, "triggerPrice"), TriggerBy = SourceOf(fields, "triggerBy"),
        TakeProfit = fields.Number("takeProfit"), StopLoss = fields.Number("stopLoss"), TakeProfitBy = SourceOf(fields, "tpTriggerBy"), StopLossBy = SourceOf(fields, "slTriggerBy"),
        IsPartial = fields.Text("tpslMode") is null ? null : fields.OneOf("tpslMode", null, "Full", "Partial") == "Partial",
        TakeProfitLimit = fields.Number("tpLimitPrice"), StopLossLimit = fields.Number("slLimitPrice"),
    };

    public static StopRequest ReadStops(Fields fields)
    {
        decimal? profitSize = fields.Number("tpSize"), lossSize = fields.Number("slSize");
        if (profitSize is not null && lossSize is not null && profitSize != lossSize)
            throw Refusal.Parameter("tpSize and slSize must be equal");
        ExitTerms terms = Exits(fields) ?? new ExitTerms { IsPartial = fields.Text("tpslMode") == "Partial" };
        return new StopRequest(
            terms with { Size = profitSize ?? lossSize ?? 0 }, fields.Text("takeProfit") is not null, fields.Text("stopLoss") is not null, fields.Number("trailingStop"), fields.Number("activePrice"));
    }

    private static ExitTerms? Exits(Fields fields)
    {
        decimal profit = NotNegative(fields, "takeProfit"), loss = NotNegative(fields, "stopLoss");
        if (profit == 0 && loss == 0)
            return null;
        bool isLimitProfit = fields.OneOf("tpOrderType", "Market", "Market", "Limit") == "Limit", isLimitLoss = fields.OneOf("slOrderType", "Market", "Market", "Limit") == "Limit";
        return new ExitTerms
        {
            TakeProfit = profit, StopLoss = loss, TakeProfitBy = SourceOf(fields, "tpTriggerBy") ?? TriggerSource.LastPrice, StopLossBy = SourceOf(fields, "slTriggerBy") ?? TriggerSource.LastPrice,
            IsPartial = fields.OneOf("tpslMode", "Full", "Full", "Partial") == "Partial",
            TakeProfitLimit = isLimitProfit ? fields.NeededNumber("tpLimitPrice") : 0, StopLossLimit = isLimitLoss ? fields.NeededNumber("slLimitPrice") : 0,
        };
    }

    private static TimeInForce TimeInForceOf(Fields fields)
    {
        string text = fields.Text("timeInForce") ?? "GTC";
        if (text == "RPI")
            throw new Refusal(110119, "RPI orders are for market makers only");
        return Enum.TryParse(text, out TimeInForce known) && known.ToString() == text ? known : throw Refusal.Parameter($"timeInForce invalid {text}");
    }

    private static TriggerSource? SourceOf(Fields fields, string name)
    {
        if (fields.Text(name) is not { } text)
            return null;
        return Enum.TryParse(text, out TriggerSource known) && known.ToString() == text ? known : throw Refusal.Parameter($"{name} invalid {text}");
    }

    private static int Ticks(Fields fields)
    {
        decimal ticks = fields.NeededNumber("slippageTolerance");
        return ticks == Math.Floor(ticks) && Math.Abs(ticks) < int.MaxValue ? (int)ticks : throw new Refusal(110108, "slippageTolerance in ticks must be a whole number");
    }

    private static decimal? Positive(Fields fields, string name) => fields.Number(name) is > 0 and var value ? value : null;

    private static decimal NotNegative(Fields fields, string name) =>
        fields.Number(name) is { } value ? value >= 0 ? value : throw Refusal.Parameter($"{name} must not be negative") : 0;
}
