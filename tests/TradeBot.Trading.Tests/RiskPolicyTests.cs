namespace TradeBot.Trading.Tests;

/// <summary>Each limit, at its border and beyond it.</summary>
public class RiskPolicyTests
{
    private static readonly RiskRequest Order = new()
    {
        Symbol = "TEST", OrderValue = 400, PositionValue = 600, GrossValue = 900, NetValue = 700, CorrelatedValue = 800, Equity = 1000, Balance = 750,
    };

    public static TheoryData<string, RiskPolicy, RiskPolicy, string> Limits => new()
    {
        { "order value", new() { MaxOrderValue = 400 }, new() { MaxOrderValue = 399 }, "The order's value would be 400; the limit is 399." },
        { "position value", new() { MaxPositionValue = 600 }, new() { MaxPositionValue = 599 }, "The position's value in TEST would be 600; the limit is 599." },
        { "concentration", new() { MaxConcentration = 0.6 }, new() { MaxConcentration = 0.599 }, "The position in TEST would be 0.6 of equity; the limit is 0.599." },
        { "gross", new() { MaxGrossExposure = 0.9 }, new() { MaxGrossExposure = 0.899 }, "Gross exposure would be 0.9 of equity; the limit is 0.899." },
        { "net", new() { MaxNetExposure = 0.7 }, new() { MaxNetExposure = 0.699 }, "Net exposure would be 0.7 of equity; the limit is 0.699." },
        { "leverage", new() { MaxLeverage = 1.2 }, new() { MaxLeverage = 1.199 }, "Leverage would be 1.2; the limit is 1.199." },
        { "correlation", new() { Correlation = new(0.8) }, new() { Correlation = new(0.799) }, "Exposure that moves together would be 0.8 of equity; the limit is 0.799." },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_value_at_its_limit_is_approved_and_one_above_is_refused(string limit, RiskPolicy at, RiskPolicy below, string reason)
    {
        Assert.True(at.Check(Order).IsApproved, limit);
        Assert.Equal(reason, below.Check(Order).Reason);
    }

    [Fact]
    public void What_only_reduces_is_always_approved()
    {
        var policy = new RiskPolicy { MaxOrderValue = 1, MaxGrossExposure = 0.01 };
        Assert.True(policy.Check(Order with { Reduces = true, Equity = -5, Blocked = "The kill switch is pulled." }).IsApproved);
    }

    [Fact]
    public void Without_equity_or_while_blocked_nothing_grows()
    {
        Assert.Equal("Equity is 0: nothing is left to trade with.", new RiskPolicy().Check(Order with { Equity = 0 }).Reason);
        Assert.Equal("Stopped.", new RiskPolicy().Check(Order with { Blocked = "Stopped." }).Reason);
        Assert.Contains("carries no leverage", new RiskPolicy { MaxLeverage = 5 }.Check(Order with { Balance = 0 }).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void It_tells_the_limits_that_are_set() => Assert.Equal(
        "gross exposure 2, daily loss 0.05, drawdown 0.2, then flatten, exposure 1 from correlation 0.7 over 100",
        new RiskPolicy { MaxGrossExposure = 2, MaxDailyLoss = 0.05, MaxDrawdown = 0.2, AtMaxDrawdown = KillSwitch.Flatten, Correlation = new(1) }.ToString());

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_limit_is_positive(double limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>("MaxNetExposure", () => new RiskPolicy { MaxNetExposure = limit });
        Assert.Throws<ArgumentOutOfRangeException>("MaxExposure", () => new CorrelationCap(limit));
    }
}
