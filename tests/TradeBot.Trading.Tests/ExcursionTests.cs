using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

public class ExcursionTests
{
    [Fact]
    public void Every_candle_held_whole_counts_with_its_range()
    {
        // Bought at the open of the second candle, sold at the open of the fourth: the second and third were held.
        Trade trade = Only(Market.OfBars((100, 150, 50, 100), (100, 104, 97, 102), (102, 110, 95, 108), (108, 200, 10, 108)), Market.Wanting(1, 1, 0));
        Assert.Equal((-0.05, 0.10), (Math.Round(trade.AdverseExcursion, 12), Math.Round(trade.FavourableExcursion, 12)));
    }

    [Fact]
    public void A_short_suffers_from_highs()
    {
        Trade trade = Only(Market.OfBars((100, 100, 100, 100), (100, 104, 97, 102), (102, 110, 95, 108), (108, 108, 108, 108)), Market.Wanting(-1, -1, 0));
        Assert.Equal((-0.10, 0.05), (Math.Round(trade.AdverseExcursion, 12), Math.Round(trade.FavourableExcursion, 12)));
    }

    [Fact]
    public void Of_the_candle_in_which_a_stop_closed_it_only_the_exit_counts()
    {
        IStrategy stopped = Market.Deciding((moment, targets) =>
        {
            if (moment != 0)
                return;
            targets[0] = 1;
            targets.Protect(0, new ProtectiveLevels(Stop: ProtectiveLevel.Distance(4)));
        });
        Trade trade = Only(Market.OfBars((100, 100, 100, 100), (100, 103, 99, 101), (101, 120, 80, 90), (90, 90, 90, 90)), stopped);
        Assert.Equal((-0.04, 0.03), (Math.Round(trade.AdverseExcursion, 12), Math.Round(trade.FavourableExcursion, 12)));
    }

    [Fact]
    public void A_gap_through_the_stop_counts_at_its_price()
    {
        IStrategy stopped = Market.Deciding((moment, targets) =>
        {
            if (moment != 0)
                return;
            targets[0] = 1;
            targets.Protect(0, new ProtectiveLevels(Stop: ProtectiveLevel.Distance(4)));
        });
        Trade trade = Only(Market.OfBars((100, 100, 100, 100), (100, 103, 99, 101), (90, 91, 80, 90)), stopped);
        Assert.Equal((-0.10, 0.03), (Math.Round(trade.AdverseExcursion, 12), Math.Round(trade.FavourableExcursion, 12)));
    }

    [Fact]
    public void An_open_trade_is_measured_to_the_end()
    {
        Trade trade = Only(Market.OfBars((100, 100, 100, 100), (100, 104, 97, 102), (102, 110, 95, 108)), Market.Wanting(1, 1, 1));
        Assert.True(trade.IsOpen);
        Assert.Equal((-0.05, 0.10), (Math.Round(trade.AdverseExcursion, 12), Math.Round(trade.FavourableExcursion, 12)));
    }

    [Fact]
    public void On_intrabar_candles_only_the_one_in_which_it_was_closed_is_left_out()
    {
        // Bought at 100 as the sixth minute opens, stopped at 96 in the eighth: of one five-minute candle nothing but these
        // prices would be known; of its minutes the sixth, up to 103, and the seventh, down to 98, were held whole.
        CandleSeries minutes = Market.OfBars(
            (100, 100, 100, 100), (100, 100, 100, 100), (100, 100, 100, 100), (100, 100, 100, 100), (100, 100, 100, 100),
            (100, 103, 99, 101), (101, 102, 98, 99), (99, 120, 90, 92), (92, 92, 92, 92), (92, 92, 92, 92));
        CandleSeries fives = Resampler.Resample(minutes, Timeframe.FiveMinutes);
        IStrategy stopped = Market.Deciding((moment, targets) =>
        {
            if (moment != 0)
                return;
            targets[0] = 1;
            targets.Protect(0, new ProtectiveLevels(Stop: ProtectiveLevel.Distance(4)));
        });
        Trade coarse = Only(fives, stopped), fine = Assert.Single(Backtest.Run(fives, stopped, Market.Free with { IntrabarCandles = [minutes] }).Trades);
        Assert.Equal((-0.04, 0), (Math.Round(coarse.AdverseExcursion, 12), Math.Round(coarse.FavourableExcursion, 12)));
        Assert.Equal((-0.04, 0.03), (Math.Round(fine.AdverseExcursion, 12), Math.Round(fine.FavourableExcursion, 12)));
    }

    private static Trade Only(CandleSeries candles, IStrategy strategy) => Assert.Single(Backtest.Run(candles, strategy, Market.Free).Trades);
}
