using TradeBot.Exchanges.Emulator.Faults;
using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Market;

/// <summary>What the exchange says of a symbol besides candles: made from its candles and its name, so that REST and streams agree.</summary>
internal static class MarketRows
{
    /// <summary>A trade happens in each of these, in milliseconds of the exchange.</summary>
    public const long TradeEvery = 1000;

    /// <summary>Decimal places of quantities that hold for every symbol.</summary>
    public const int UsualQuantityDecimals = 3;

    /// <summary>Milliseconds between two fundings.</summary>
    public const long FundingPeriod = FundingMinutes * 60_000L;

    private const int FundingMinutes = 480;
    private const long OpenInterestEvery = 300_000;
    private const decimal MaxLeverage = 100;

    /// <summary>How far from the mark price an order may be priced: see the price band of the project's README.</summary>
    private const decimal BandX = 0.01m, BandY = 0.02m;

    public static InstrumentRow Instrument(EmulatedSymbol symbol, BybitCategory category)
    {
        bool isSpot = category == BybitCategory.Spot;
        string quote = symbol.Name.EndsWith("USDT", StringComparison.Ordinal) ? "USDT" : "USD";
        string coin = symbol.Name.EndsWith(quote, StringComparison.Ordinal) ? symbol.Name[..^quote.Length] : symbol.Name;
        return new InstrumentRow(
            symbol.Name,
            category switch
            {
                BybitCategory.Spot => null,
                BybitCategory.Linear => "LinearPerpetual",
                _ => "InversePerpetual",
            },
            "Trading", coin, quote,
            isSpot ? null : category == BybitCategory.Inverse ? coin : quote, OptionsType: null, isSpot ? null : symbol.Launched, isSpot ? null : 0, DeliveryFeeRate: null, symbol.Decimals,
            isSpot ? null : new LeverageFilter(1, MaxLeverage, 0.01m),
            isSpot ? new PriceFilter(null, null, symbol.TickSize) : new PriceFilter(symbol.TickSize, 1_999_999, symbol.TickSize),
            isSpot
                ? new LotSizeFilter(symbol.QuantityStep, 1_000_000, null, null, null, null, symbol.QuantityStep, 0.00000001m, 1, 2_000_000)
                : new LotSizeFilter(symbol.QuantityStep, 1_000_000, 100_000, symbol.QuantityStep, 1_000_000, 5, null, null, null, null),
            isSpot ? null : true, isSpot ? null : FundingMinutes, CopyTrading: null, UpperFundingRate: null, LowerFundingRate: null,
            isSpot ? null : false, isSpot ? "none" : null, StTag: null, new RiskParameters(BandX, BandY));
    }

    public static TickerRow Ticker(EmulatedSymbol symbol, BybitCategory category, long now)
    {
        bool isSpot = category == BybitCategory.Spot;
        decimal last = (decimal)symbol.PriceAt(now), before = (decimal)symbol.PriceAt(now - UnixTime.MillisecondsPerDay);
        Candle day = symbol.DayAt(now) ?? new Candle(DateTime.UnixEpoch, (double)last, (double)last, (double)last, (double)last, 0, 0);
        BookRow book = Book(symbol, 1, now);
        return new TickerRow(
            symbol.Name, TickDirection: null, last, isSpot ? null : last, isSpot ? null : last, before,
            before == 0 ? 0 : Math.Round((last - before) / before, 6), (decimal)day.High, (decimal)day.Low, isSpot ? null : (decimal)symbol.PriceAt(now - 3_600_000),
            isSpot ? null : OpenInterest(symbol, now), isSpot ? null : OpenInterest(symbol, now) * last, (decimal)(double.IsNaN(day.Turnover) ? 0 : Math.Round(day.Turnover, 4)), (decimal)Math.Round(day.Volume, symbol.QuantityDecimals),
            isSpot ? null : FundingRate(symbol, FundingSlot(now)), isSpot ? null : (FundingSlot(now) + 1) * FundingMinutes * 60_000L,
            PredictedDeliveryPrice: null, Basis: null, BasisRate: null, DeliveryFeeRate: null, isSpot ? null : 0,
            book.Bids![0][0], book.Bids[0][1], book.Asks![0][0], book.Asks[0][1], isSpot ? last : null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /// <summary>An order book around the last price. Few of its levels change from one quarter of a second to the next; there are fewer bids where the price has fewer ticks.</summary>
    public static BookRow Book(EmulatedSymbol symbol, int depth, long now)
    {
        decimal tick = symbol.TickSize, last = Math.Max((decimal)symbol.PriceAt(now), tick);
        decimal bid = Math.Floor(last / tick) * tick;
        long step = now / 250;
        decimal?[][] bids = new decimal?[(int)Math.Min(depth, bid / tick)][], asks = new decimal?[depth][];
        for (int i = 0; i < bids.Length; i++)
            bids[i] = Level(bid - i * tick);
        for (int i = 0; i < asks.Length; i++)
            asks[i] = Level(bid + (i + 1) * tick);

        return new BookRow(symbol.Name, bids, asks, now, step, step, now);

        decimal?[] Level(decimal price)
        {
            int key = (int)(price / tick % 1_000_003);
            long phase = (step + key * 7L) / 16; // each level changes every four seconds, at its own time
            return [price, Math.Round((decimal)(0.001 + 9.999 * FaultDice.Roll(key, symbol.Name, (int)(phase % int.MaxValue))), 3)];
        }
    }

    /// <summary>The trade of a slot of time.</summary>
    public static TradePush Trade(EmulatedSymbol symbol, long slot)
    {
        double roll = FaultDice.Roll(1, symbol.Name, (int)(slot % int.MaxValue));
        return new TradePush(
            slot * TradeEvery, symbol.Name, roll < 0.5 ? "Buy" : "Sell", Math.Round((decimal)(0.001 + roll), 3), (decimal)symbol.PriceAt(slot * TradeEvery),
            "ZeroPlusTick", $"{symbol.Name}-{slot}", IsBlockTrade: false, IsRpiTrade: false, slot);
    }

    /// <summary>Contracts outstanding: the same until the next full five minutes, as the exchange states them.</summary>
    public static decimal OpenInterest(EmulatedSymbol symbol, long time) =>
        Math.Round((decimal)(900 + 200 * FaultDice.Roll(3, symbol.Name, (int)(time / OpenInterestEvery % int.MaxValue))), UsualQuantityDecimals);

    public static AccountRatioRow AccountRatio(EmulatedSymbol symbol, long time)
    {
        decimal buyers = Math.Round((decimal)(0.4 + 0.2 * FaultDice.Roll(4, symbol.Name, (int)(time / OpenInterestEvery % int.MaxValue))), 4);
        return new AccountRatioRow(symbol.Name, buyers, 1 - buyers, time);
    }

    /// <summary>Two brackets: the larger the position, the more margin.</summary>
    public static IEnumerable<RiskLimitRow> RiskLimits(string symbol) =>
    [
        new RiskLimitRow(1, symbol, 2_000_000, 0.005m, 0.01m, IsLowestRisk: 1, MaxLeverage),
        new RiskLimitRow(2, symbol, 10_000_000, 0.01m, 0.02m, IsLowestRisk: 0, MaxLeverage / 2),
    ];

    public static long FundingSlot(long now) => now / (FundingMinutes * 60_000L);

    public static FundingRow Funding(EmulatedSymbol symbol, long slot) => new(symbol.Name, FundingRate(symbol, slot), slot * FundingMinutes * 60_000L);

    private static decimal FundingRate(EmulatedSymbol symbol, long slot) =>
        Math.Round((decimal)(0.0004 * FaultDice.Roll(2, symbol.Name, (int)slot) - 0.0001), 8);
}
