namespace TradeBot.Trading.Tests;

public class OrderStatesTests
{
    [Fact]
    public void Each_state_is_followed_only_by_those_of_the_table()
    {
        var allowed = new Dictionary<OrderState, OrderState[]>
        {
            [OrderState.New] = [OrderState.Working, OrderState.Cancelled, OrderState.Expired, OrderState.Refused],
            [OrderState.Working] =
                [OrderState.Triggered, OrderState.PartiallyFilled, OrderState.Filled, OrderState.Cancelled, OrderState.Expired, OrderState.Refused],
            [OrderState.Triggered] = [OrderState.PartiallyFilled, OrderState.Filled, OrderState.Cancelled, OrderState.Expired],
            [OrderState.PartiallyFilled] = [OrderState.PartiallyFilled, OrderState.Filled, OrderState.Cancelled, OrderState.Expired],
            [OrderState.Filled] = [],
            [OrderState.Cancelled] = [],
            [OrderState.Expired] = [],
            [OrderState.Refused] = [],
        };
        foreach ((OrderState from, OrderState[] to) in allowed)
            Assert.Equal(to, Enum.GetValues<OrderState>().Where(s => s.MayFollow(from)));
        Assert.All(allowed, pair => Assert.Equal(pair.Value.Length == 0, pair.Key.IsFinal()));
    }
}
