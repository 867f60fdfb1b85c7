using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;
using Xunit;

namespace TradeBot.Research.Tests;

public class TermTextTests
{
    [Fact]
    public void Fees_are_a_name_or_maker_and_taker()
    {
        Assert.Equal(Fees.Bybit.Spot, TermText.Fees("Bybit-Spot"));
        Assert.Equal(new FeeSchedule(0.0002m, 0.001m), TermText.Fees("0.0002/0.001"));
        Assert.Equal(new FeeSchedule(0.001m, 0.001m), TermText.Fees("0.001"));
        Assert.Contains("the nearest is 'bybit-spot'", Assert.Throws<ArgumentException>(() => TermText.Fees("bybit-spt")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TermText.Fees("1/0"));
    }

    [Fact]
    public void Slippage_and_sizing_are_a_number_or_a_name_with_one()
    {
        Assert.Equal(Slippage.Bps(2), TermText.Slippage("2"));
        Assert.Equal(Slippage.Spread(0.5), TermText.Slippage("spread:0.5"));
        Assert.Equal(Sizing.FractionOfEquity(0.5).Name, TermText.Sizing("0.5", maxExposure: 3).Name);
        Assert.Equal(Sizing.RiskPerTrade(0.01, 3).Name, TermText.Sizing("risk:0.01", maxExposure: 3).Name);
        Assert.NotEqual(Sizing.RiskPerTrade(0.01, 2).Name, TermText.Sizing("risk:0.01", maxExposure: 3).Name);
        Assert.Contains("the nearest is 'spread'", Assert.Throws<ArgumentException>(() => TermText.Slippage("sprad:1")).Message, StringComparison.Ordinal);
        Assert.Contains("each with a number, such as fraction:1", Assert.Throws<ArgumentException>(() => TermText.Sizing("kelly:half", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_limit_changes_the_policy_that_it_names()
    {
        RiskPolicy policy = new[] { "max-drawdown=0.2", "at-max-drawdown=flatten", "max-order-value=500" }.Aggregate(new RiskPolicy(), TermText.Risk);
        Assert.Equal(new RiskPolicy { MaxDrawdown = 0.2, AtMaxDrawdown = KillSwitch.Flatten, MaxOrderValue = 500 }, policy);
        Assert.All(TermText.RiskLimits, limit => Assert.NotEqual(new RiskPolicy(), TermText.Risk(new RiskPolicy(), $"{limit}=0.123")));
        Assert.Contains("the nearest is 'max-drawdown'", Assert.Throws<ArgumentException>(() => TermText.Risk(policy, "max-drawdwn=1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Funding_is_a_rate_every_8_hours_of_the_candles()
    {
        CandleSeries day = MarketGenerator.Single(1_440, seed: 1); // one-minute candles
        IReadOnlyList<FundingRate> rates = Assert.Single(HoldingText.Funding(["0.0001"], [day])).Value;
        Assert.Equal(3, rates.Count);
        Assert.All(rates, rate => Assert.Equal((0.0001m, 0), (rate.Rate, rate.Time.Hour % 8)));
        Assert.Contains("the run has no BTC", Assert.Throws<ArgumentException>(() => HoldingText.Funding(["BTC=0.0001"], [day])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Interest_makes_the_symbols_spot_and_excludes_funding()
    {
        CandleSeries candles = MarketGenerator.Single(100, seed: 1);
        BacktestOptions options = HoldingText.Borrow(BacktestOptions.Default, BorrowRate.PerDay(0.01m), [candles]);
        Assert.Equal(InstrumentKind.Spot, options.InstrumentOf(candles.Symbol).Kind);
        Assert.Equal(BorrowRate.PerDay(0.01m), options.Borrow[candles.Symbol]);
        BacktestOptions funded = BacktestOptions.Default with { Funding = HoldingText.Funding(["0.0001"], [MarketGenerator.Single(1_440, seed: 1)]) };
        Assert.Throws<ArgumentException>(() => HoldingText.Borrow(funded, BorrowRate.PerDay(0.01m), [candles]));
    }
}
