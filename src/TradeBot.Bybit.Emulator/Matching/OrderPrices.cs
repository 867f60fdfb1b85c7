using TradeBot.Exchanges.Emulator.Accounts;
using TradeBot.Exchanges.Emulator.Market;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>The prices that a new order gets.</summary>
internal sealed class OrderPrices(TradingFloor floor, OrderChecks checks)
{
    /// <summary>The limit price: given, or taken from a level of the book; 0 for a market order.</summary>
    /// <exception cref="Refusal">It breaks a rule.</exception>
    public decimal Of(OrderRequest request, bool isConditional, long now)
    {
        if (request.IsMarket)
            return 0;
        if (request.TakesCounterparty is { } takes)
        {
            Level[] levels = [.. floor.Quotes.Levels(request.Contract.Symbol, isAsks: request.IsBuy == takes, now).Take(request.BookLevel)];
            return levels.Length == request.BookLevel ? levels[^1].Price : throw Refusal.Parameter("bboLevel is deeper than the book");
        }

        decimal price = request.Price ?? throw Refusal.Parameter("price is required for a limit order");
        if (!isConditional)
            return checks.Price(request.Contract, price, request.IsBuy, now);
        return price > 0 && request.Contract.IsOnTick(price) ? price : throw Refusal.Parameter("Price invalid");
    }

    /// <summary>The worst price of a market order with a slippage tolerance; 0 without one.</summary>
    /// <exception cref="Refusal">The tolerance is out of range, or not for this order.</exception>
    public decimal WorstOf(OrderRequest request, bool isConditional, long now)
    {
        if (request.ToleranceTicks is null && request.TolerancePercent is null)
            return 0;
        if (isConditional || !request.IsMarket)
            throw Refusal.Parameter("slippageTolerance is for market orders without a trigger");
        if (request.ToleranceTicks is < 1 or > 10_000)
            throw new Refusal(110108, "slippageTolerance in ticks must be from 1 to 10000");
        if (request.TolerancePercent is { } per && (per is < 0.01m or > 10 || per != Math.Round(per, 2)))
            throw new Refusal(110109, "slippageTolerance in per cent must be from 0.01 to 10 with two decimals");
        decimal best = floor.Quotes.Levels(request.Contract.Symbol, request.IsBuy, now).FirstOrDefault().Price;
        decimal distance = request.ToleranceTicks is { } ticks ? ticks * request.Contract.TickSize : best * request.TolerancePercent!.Value / 100;
        return request.IsBuy ? best + distance : Math.Max(request.Contract.TickSize, best - distance);
    }
}
