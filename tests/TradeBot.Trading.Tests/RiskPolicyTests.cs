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

    [Fact]
    public void It_tells_each_limit_by_its_name()
    {
        Assert.Equal("gross exposure 1", new RiskPolicy().ToString());
        Assert.Equal("", new RiskPolicy { MaxGrossExposure = double.PositiveInfinity }.ToString());
        Assert.Equal(
            "gross exposure 1, net exposure 2, leverage 3, concentration 4, order value 5, position value 6, daily loss 7, drawdown 8, then block",
            new RiskPolicy { MaxNetExposure = 2, MaxLeverage = 3, MaxConcentration = 4, MaxOrderValue = 5, MaxPositionValue = 6, MaxDailyLoss = 7, MaxDrawdown = 8 }.ToString());
    }

    [Fact]
    public void Without_equity_less_profit_on_paper_there_is_no_leverage()
    {
        var policy = new RiskPolicy { MaxLeverage = 5 };
        Assert.Equal("Equity less unrealised profit is -7.5: it carries no leverage.", policy.Check(Order with { Balance = -7.5 }).Reason);
        Assert.Equal("Equity less unrealised profit is 0: it carries no leverage.", policy.Check(Order with { Balance = 0 }).Reason);
        Assert.True(new RiskPolicy().Check(Order with { Balance = -7.5 }).IsApproved);
        Assert.Equal("Equity is NaN: nothing is left to trade with.", policy.Check(Order with { Equity = double.NaN }).Reason);
        Assert.Equal("Equity is -1: nothing is left to trade with.", policy.Check(Order with { Equity = -1, Blocked = "Stopped." }).Reason);
    }

    [Fact]
    public void Rounding_passes_a_limit_and_more_does_not()
    {
        Assert.True(new RiskPolicy { MaxOrderValue = 400 }.Check(Order with { OrderValue = 400 * (1 + 9e-10) }).IsApproved);
        Assert.False(new RiskPolicy { MaxOrderValue = 400 }.Check(Order with { OrderValue = 400 * (1 + 1.1e-9) }).IsApproved);
        Assert.False(new RiskPolicy { MaxOrderValue = 400 }.Check(Order with { OrderValue = double.NaN }).IsApproved);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_limit_is_positive(double limit)
    {
        Func<RiskPolicy>[] policies =
        [
            () => new RiskPolicy { MaxGrossExposure = limit }, () => new RiskPolicy { MaxNetExposure = limit }, () => new RiskPolicy { MaxLeverage = limit },
            () => new RiskPolicy { MaxConcentration = limit }, () => new RiskPolicy { MaxOrderValue = limit }, () => new RiskPolicy { MaxPositionValue = limit },
            () => new RiskPolicy { MaxDailyLoss = limit }, () => new RiskPolicy { MaxDrawdown = limit },
        ];
        Assert.All(policies, make => Assert.StartsWith("A limit must be positive; infinity is none.", Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>("MaxNetExposure", () => new RiskPolicy { MaxNetExposure = limit });
        Assert.StartsWith("Must be positive.", Assert.Throws<ArgumentOutOfRangeException>("MaxExposure", () => new CorrelationCap(limit)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cap_has_a_threshold_from_0_to_1_and_looks_back_2_moments_or_more()
    {
        Assert.Equal((0.0, 2), (new CorrelationCap(1, 0, 2).Threshold, new CorrelationCap(1, 0, 2).Lookback));
        Assert.Equal((1.0, 0.7, 100), (new CorrelationCap(1, 1).Threshold, new CorrelationCap(1).Threshold, new CorrelationCap(1).Lookback));
        foreach (double threshold in (double[])[-0.001, 1.001, double.NaN])
            Assert.StartsWith("Must be from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>("Threshold", () => new CorrelationCap(1, threshold)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Must be at least 2.", Assert.Throws<ArgumentOutOfRangeException>("Lookback", () => new CorrelationCap(1, Lookback: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_an_approval_or_a_refusal_that_says_why()
    {
        Assert.Equal((true, null), (RiskDecision.Approved.IsApproved, RiskDecision.Approved.Reason));
        Assert.Equal((false, "Too much."), (RiskDecision.Refused("Too much.").IsApproved, RiskDecision.Refused("Too much.").Reason));
        Assert.Throws<ArgumentException>("reason", () => RiskDecision.Refused(" "));
    }
}
