namespace TradeBot.Exchanges.Emulator.Market;

/// <summary>Prices, order book and funding at any time: what orders meet.</summary>
internal interface IQuotes
{
    /// <summary>Milliseconds between two fundings.</summary>
    long FundingPeriod { get; }

    Quote At(string symbol, long time);

    /// <summary>The levels of one side of the book, best first.</summary>
    IEnumerable<Level> Levels(string symbol, bool isAsks, long time);

    /// <summary>The rate that is charged at a time that is a multiple of the period; positive when longs pay.</summary>
    decimal FundingRate(string symbol, long time);
}

/// <summary>The three prices that triggers can look at.</summary>
internal readonly record struct Quote(decimal Last, decimal Mark, decimal Index);

/// <summary>A level of the order book.</summary>
internal readonly record struct Level(decimal Price, decimal Size);
