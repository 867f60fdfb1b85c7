using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Takes the account through time in steps that do not depend on when it is asked: funding, late orders, triggers, resting orders, liquidation.</summary>
internal sealed class MarketSteps(TradingFloor floor, Taking taking, Triggers triggers, Funding funding, Liquidation liquidation, DisconnectGuard guard, long start)
{
    private readonly long _step = (long)floor.Options.Step.TotalMilliseconds;
    private long _time = start;

    public void GoTo(long now)
    {
        while (_time < now)
        {
            bool isIdle = floor.Orders.Open.Count == 0 && floor.Account.Positions.All(position => position.Size == 0) && !guard.IsArmed;
            long next = isIdle ? now : Math.Min(now, Math.Min((_time / _step + 1) * _step, NextArrival()));
            if (!isIdle)
                Pass(_time, next);
            _time = next;
        }
    }

    private long NextArrival()
    {
        long next = long.MaxValue;
        foreach (Order order in floor.Orders.Open)
        {
            if (!order.HasArrived && !order.IsUntriggered)
                next = Math.Min(next, order.MatchAt);
        }

        return Math.Max(next, _time + 1);
    }

    private void Pass(long before, long time)
    {
        long period = floor.Quotes.FundingPeriod;
        if (time / period > before / period)
            funding.Charge(time / period * period);
        guard.Look(time);
        bool isStep = time % _step == 0;
        foreach (Order order in floor.Orders.Open.ToArray())
        {
            if (!order.IsOpen)
                continue; // another one's fill has ended it
            if (order.IsUntriggered && isStep)
                triggers.Look(order, time);
            else if (!order.HasArrived && order.MatchAt <= time && !order.IsUntriggered)
                taking.Arrive(order, time);
            else if (order.HasArrived && isStep && IsMet(order, time))
                taking.Meet(order, time);
        }

        if (isStep)
            liquidation.Look(time);
        floor.News.Settle(time);
    }

    private bool IsMet(Order order, long time)
    {
        if (order.IsMarket || order.IsUntriggered)
            return false;
        decimal last = floor.Quotes.At(order.Contract.Symbol, time).Last;
        return order.IsBuy
            ? last < order.Price || (last == order.Price && floor.Options.FillsAtTouch)
            : last > order.Price || (last == order.Price && floor.Options.FillsAtTouch);
    }
}
