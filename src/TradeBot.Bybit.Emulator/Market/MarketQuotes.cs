namespace TradeBot.Exchanges.Emulator.Market;

/// <summary>Quotes from the candles: last, mark and index price are the same, and the book is the one that is served.</summary>
internal sealed class MarketQuotes(EmulatedMarket market, EmulatorMatching options) : IQuotes
{
    public long FundingPeriod => MarketRows.FundingPeriod;

    public Quote At(string symbol, long time)
    {
        decimal last = (decimal)market[symbol].PriceAt(time);
        return new Quote(last, last, last);
    }

    public IEnumerable<Level> Levels(string symbol, bool isAsks, long time)
    {
        var book = MarketRows.Book(market[symbol], options.Depth, time);
        foreach (decimal?[] row in (isAsks ? book.Asks : book.Bids)!)
            yield return new Level(row[0]!.Value, options.LevelSize ?? row[1]!.Value);
    }

    public decimal FundingRate(string symbol, long time) => MarketRows.Funding(market[symbol], MarketRows.FundingSlot(time)).FundingRate!.Value;
}
