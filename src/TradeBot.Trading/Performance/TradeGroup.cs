namespace TradeBot.Trading.Performance;

/// <summary>Sums over a group of round trips, such as the winners.</summary>
internal struct TradeGroup
{
    private int _run;

    public int Count { get; private set; }

    /// <summary>How many earned more than 0.</summary>
    public int Wins { get; private set; }

    /// <summary>Longest run of members without another round trip between them.</summary>
    public int LongestRun { get; private set; }

    public double Profit { get; private set; }

    public double Days { get; private set; }

    /// <summary>A mean; like the next ones, NaN for an empty group.</summary>
    public readonly double AverageProfit => Profit / Count;

    public readonly double AverageDays => Days / Count;

    public readonly double WinRate => (double)Wins / Count;

    public void Add(double profit, double days, bool belongs)
    {
        _run = belongs ? _run + 1 : 0;
        LongestRun = Math.Max(LongestRun, _run);
        if (!belongs)
            return;
        Count++;
        Wins += profit > 0 ? 1 : 0;
        Profit += profit;
        Days += days;
    }
}
