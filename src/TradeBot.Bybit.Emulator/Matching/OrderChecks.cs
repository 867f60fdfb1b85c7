using System.Globalization;
using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Market;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>The rules that a new or amended order has to keep, in the exchange's order: link id, size and price, mode, margin.</summary>
internal sealed class OrderChecks(TradingFloor floor)
{
    private const int LongestLinkId = 36, MostActive = 500, MostConditional = 10, MostSpotConditional = 30;

    public void LinkId(Contract contract, string linkId)
    {
        if (linkId.Length > LongestLinkId || linkId.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')))
            throw Refusal.Parameter($"orderLinkId invalid, at most {LongestLinkId} letters, digits, - and _");
        if (floor.Orders.IsUsed(linkId))
            throw new Refusal(contract.IsSpot ? 170141 : 110072, contract.IsSpot ? "Duplicate clientOrderId." : "OrderLinkedID is duplicate");
    }

    /// <summary>Steps, sizes and value of a quantity at a price.</summary>
    public static void Quantity(Contract contract, decimal quantity, decimal price, bool isMarket, bool isByValue, bool onlyReduces)
    {
        decimal most = isMarket ? contract.MaxMarketQuantity : contract.MaxQuantity;
        if (quantity <= 0)
            throw Refusal.Parameter(Text($"qty {quantity} must be above 0"));
        if (contract.IsSpot)
        {
            decimal units = isByValue ? quantity / price : quantity, value = isByValue ? quantity : quantity * price;
            if (isByValue ? quantity != Math.Round(quantity, 8) : quantity % contract.QuantityStep != 0)
                throw isMarket ? new Refusal(170148, "Market order amount decimal too long.") : new Refusal(170137, "Order quantity decimal too long.");
            if (units < contract.MinQuantity)
                throw new Refusal(170136, Text($"Order quantity below the lower limit {contract.MinQuantity}."));
            if (units > most)
                throw new Refusal(170124, "Order quantity exceeded upper limit.");
            if (value < contract.MinValue)
                throw new Refusal(170140, Text($"Order value below the lower limit {contract.MinValue}."));
            return;
        }

        if (quantity < contract.QuantityStep)
            throw new Refusal(110017, Text($"orderQty will be truncated to zero: the step is {contract.QuantityStep}"));
        if (quantity % contract.QuantityStep != 0)
            throw Refusal.Parameter(Text($"Qty invalid: {quantity} is not a multiple of {contract.QuantityStep}"));
        if (quantity < contract.MinQuantity)
            throw Refusal.Parameter(Text($"The number of contracts is below the minimum {contract.MinQuantity}"));
        if (quantity > most)
            throw Refusal.Parameter(Text($"The number of contracts exceeds the maximum {most}"));
        decimal notional = contract.IsInverse ? quantity : quantity * price;
        if (!onlyReduces && notional < contract.MinValue)
            throw new Refusal(110094, Text($"Order does not meet minimum order value {contract.MinValue}{contract.QuoteCoin}"));
    }

    /// <summary>Step of a limit price, and the band: a futures price beyond it is moved to it, a spot price refused, unless the account has set it otherwise.</summary>
    /// <returns>The price that the order gets.</returns>
    public decimal Price(Contract contract, decimal price, bool isBuy, long now)
    {
        if (price <= 0)
            throw Refusal.Parameter("price must be above 0");
        if (!contract.IsOnTick(price))
            throw contract.IsSpot ? new Refusal(170134, "Order price decimal too long.") : Refusal.Parameter(Text($"Price invalid: {price} is not a multiple of {contract.TickSize}"));

        Quote quote = floor.Quotes.At(contract.Symbol, now);
        (decimal buy, decimal sell) = contract.Band(quote.Mark, quote.Index);
        if (isBuy ? price <= buy : price >= sell)
            return price;
        if (contract.IsSpot ? floor.Account.MovesSpotPrices : floor.Account.MovesFuturesPrices)
            return isBuy ? buy : sell;
        throw contract.IsSpot
            ? isBuy ? new Refusal(170193, Text($"Buy order price cannot be higher than {buy}.")) : new Refusal(170194, Text($"Sell order price cannot be lower than {sell}."))
            : new Refusal(110003, Text($"Order price exceeds the allowable range: {(isBuy ? $"at most {buy}" : $"at least {sell}")}"));
    }

    /// <summary>The position that an order belongs to.</summary>
    public int PositionIndex(Contract contract, int? index)
    {
        if (contract.IsSpot)
            return 0;
        bool isHedged = floor.Account.IsHedged(contract);
        int wanted = index ?? 0;
        return isHedged == wanted is 1 or 2 && wanted is 0 or 1 or 2 ? wanted : throw new Refusal(10001, "position idx not match position mode");
    }

    /// <summary>What an order that only reduces may have: the position's size at most.</summary>
    public decimal Reducible(Contract contract, int index, bool isBuy, decimal quantity)
    {
        Position position = floor.Account.PositionOf(contract, index);
        if (position.Size == 0 || position.IsLong == isBuy)
            throw new Refusal(110017, "current position is zero, cannot fix reduce-only order qty");
        return quantity == 0 ? position.Quantity : Math.Min(quantity, position.Quantity);
    }

    public void TriggerSide(Contract contract, decimal trigger, bool rises, TriggerSource by, long now)
    {
        if (!contract.IsOnTick(trigger))
            throw Refusal.Parameter(Text($"triggerPrice {trigger} is not a multiple of {contract.TickSize}"));
        decimal price = floor.PriceBy(contract.Symbol, by, now);
        if (rises && trigger <= price)
            throw new Refusal(110092, Text($"expect Rising, but trigger_price[{trigger}] <= current[{price}]"));
        if (!rises && trigger >= price)
            throw new Refusal(110093, Text($"expect Falling, but trigger_price[{trigger}] >= current[{price}]"));
    }

    /// <summary>Exits lie on their sides of a price.</summary>
    public static void ExitSides(Contract contract, bool isLong, decimal takeProfit, decimal stopLoss, decimal price)
    {
        if ((takeProfit > 0 && !contract.IsOnTick(takeProfit)) || (stopLoss > 0 && !contract.IsOnTick(stopLoss)))
            throw Refusal.Parameter(Text($"takeProfit and stopLoss must be multiples of {contract.TickSize}"));
        if (takeProfit > 0 && (isLong ? takeProfit <= price : takeProfit >= price))
            throw new Refusal(10001, Text($"TakeProfit:{takeProfit} set for {(isLong ? "Buy" : "Sell")} position should be {(isLong ? "higher" : "lower")} than base_price:{price}"));
        if (stopLoss > 0 && (isLong ? stopLoss >= price : stopLoss <= price))
            throw new Refusal(10001, Text($"StopLoss:{stopLoss} set for {(isLong ? "Buy" : "Sell")} position should be {(isLong ? "lower" : "higher")} than base_price:{price}"));
    }

    public void Count(Contract contract, bool isConditional)
    {
        Order[] open = [.. floor.Orders.OpenOf(contract).Where(order => !order.IsExit)];
        int conditional = open.Count(order => order.IsUntriggered);
        if (contract.IsSpot)
        {
            if (open.Length >= MostActive || (isConditional && conditional >= MostSpotConditional))
                throw new Refusal(170810, "Exceeds the limit of open orders.");
            return;
        }

        if (isConditional && conditional >= MostConditional)
            throw new Refusal(110009, "The number of stop orders exceeds the maximum allowable limit");
        if (!isConditional && open.Length - conditional >= MostActive)
            throw new Refusal(110020, "Not allowed to have more than 500 active orders");
    }

    /// <summary>Margin and risk tier of what an order opens, or the free balance that a spot order spends.</summary>
    /// <param name="order">With the quantity and price that it is to have.</param>
    /// <param name="alreadyTaken">Margin that the same order takes so far.</param>
    /// <param name="now">The exchange's clock.</param>
    public void Funds(Order order, decimal alreadyTaken, long now)
    {
        if (ShortOf(order, alreadyTaken, now) is { } refusal)
            throw refusal;
    }

    /// <summary>Why the account cannot carry an order; null when it can.</summary>
    public Refusal? ShortOf(Order order, decimal alreadyTaken, long now)
    {
        Contract contract = order.Contract;
        decimal last = floor.Quotes.At(contract.Symbol, now).Last;
        if (contract.IsSpot)
        {
            (string coin, decimal amount) = MarginView.LockOf(order);
            (decimal highest, decimal lowest) = contract.Band(last, last);
            if (order is { IsMarket: true, IsBuy: true, IsByValue: false })
                amount = order.Leaves * highest; // the worst that it can cost
            else if (order is { IsMarket: true, IsBuy: false, IsByValue: true })
                amount = order.Quantity / lowest;
            return amount - alreadyTaken > floor.Margin.Available(coin, isSpot: true, now) ? new Refusal(170131, "Insufficient balance.") : null;
        }

        decimal opening = order.OnlyReduces ? 0 : floor.Margin.OpeningQuantity(order), price = order.IsMarket ? last : order.Price;
        if (opening == 0)
            return null;
        Position position = floor.Account.PositionOf(contract, order.PositionIndex);
        decimal value = contract.ValueOf(opening + (position.IsLong == order.IsBuy ? position.Quantity : 0), price);
        if (contract.TierOf(value) is not { } tier)
            return new Refusal(110090, Text($"Position value {value} exceeds the largest risk limit {contract.Tiers[^1].Limit}"));
        if (position.Leverage > tier.MaxLeverage)
            return new Refusal(110086, Text($"Leverage {position.Leverage} exceeds {tier.MaxLeverage}, the most for a position of {value}"));
        return floor.Margin.MarginOf(order, opening, price) - alreadyTaken > floor.Margin.Available(contract.SettleCoin, isSpot: false, now)
            ? new Refusal(110007, "ab not enough for new order")
            : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
