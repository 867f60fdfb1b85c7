using TradeBot.Statistics;

namespace TradeBot.Trading.Performance;

/// <summary>Statistics of the round trips of a run; open ones count at the last close.</summary>
public sealed record TradeFigures
{
    private TradeFigures()
    {
    }

    /// <summary>Round trips that were bought first.</summary>
    public int Long { get; private init; }

    /// <summary>Round trips that were sold first.</summary>
    public int Short { get; private init; }

    /// <summary>Round trips that were open at the end.</summary>
    public int Open { get; private init; }

    /// <summary>Round trips of which the exchange liquidated any part.</summary>
    public int Liquidated { get; private init; }

    /// <summary>Round trips per year of 365 days.</summary>
    public double PerYear { get; private init; }

    /// <summary>Share of those bought first that earned more than 0.</summary>
    public double LongWinRate { get; private init; }

    /// <summary>Share of those sold first that earned more than 0.</summary>
    public double ShortWinRate { get; private init; }

    /// <summary>Average win over average loss.</summary>
    public double Payoff { get; private init; }

    /// <summary>Mean profit of those that earned more than 0, in quote currency.</summary>
    public double AverageWin { get; private init; }

    /// <summary>Mean profit of the others, in quote currency; not positive.</summary>
    public double AverageLoss { get; private init; }

    /// <summary>Mean return on the value entered.</summary>
    public double AverageReturn { get; private init; }

    /// <summary>Median return on the value entered.</summary>
    public double MedianReturn { get; private init; }

    /// <summary>Highest return on the value entered.</summary>
    public double Best { get; private init; }

    /// <summary>Lowest return on the value entered.</summary>
    public double Worst { get; private init; }

    /// <summary>Longest run of those that earned more than 0.</summary>
    public int ConsecutiveWins { get; private init; }

    /// <summary>Longest run of the others.</summary>
    public int ConsecutiveLosses { get; private init; }

    /// <summary>System quality number: <c>√n · mean / s</c> of profits.</summary>
    public double SystemQuality { get; private init; }

    /// <summary>Kelly criterion: win rate less loss rate over payoff.</summary>
    public double Kelly { get; private init; }

    /// <summary>Longest round trip, in days.</summary>
    public double LongestHolding { get; private init; }

    /// <summary>Mean length of those that earned more than 0, in days.</summary>
    public double HoldingOfWinners { get; private init; }

    /// <summary>Mean length of the others, in days.</summary>
    public double HoldingOfLosers { get; private init; }

    /// <summary>Mean of <see cref="Trade.AdverseExcursion"/>.</summary>
    public double AdverseExcursion { get; private init; }

    /// <summary>Mean of <see cref="Trade.FavourableExcursion"/>.</summary>
    public double FavourableExcursion { get; private init; }

    /// <summary>Mean favourable excursion over the size of the mean adverse one.</summary>
    public double EdgeRatio { get; private init; }

    internal static IEnumerable<FigureDefinition> Definitions =>
    [
        new("Long trades", p => p.TradeFigures.Long, FigureUnit.Count, "Round trips that were bought first."),
        new("Short trades", p => p.TradeFigures.Short, FigureUnit.Count, "Round trips that were sold first."),
        new("Open trades", p => p.TradeFigures.Open, FigureUnit.Count, "Round trips that were open at the end."),
        new("Liquidated trades", p => p.TradeFigures.Liquidated, FigureUnit.Count, "Round trips of which the exchange liquidated any part."),
        new("Trades per year", p => p.TradeFigures.PerYear, FigureUnit.Ratio, "Round trips over the length of the data in years of 365 days."),
        new("Win rate, long", p => p.TradeFigures.LongWinRate, FigureUnit.Fraction, "Share of round trips bought first that earned more than 0 after fees."),
        new("Win rate, short", p => p.TradeFigures.ShortWinRate, FigureUnit.Fraction, "Share of round trips sold first that earned more than 0 after fees."),
        new("Payoff ratio", p => p.TradeFigures.Payoff, FigureUnit.Ratio, "Average win over the size of the average loss."),
        new("Average win", p => p.TradeFigures.AverageWin, FigureUnit.Money, "Mean profit of the round trips that earned more than 0."),
        new("Average loss", p => p.TradeFigures.AverageLoss, FigureUnit.Money, "Mean profit of the other round trips."),
        new("Average trade", p => p.TradeFigures.AverageReturn, FigureUnit.Fraction, "Mean return of a round trip on the value entered."),
        new("Median trade", p => p.TradeFigures.MedianReturn, FigureUnit.Fraction, "Median return of a round trip on the value entered."),
        new("Best trade", p => p.TradeFigures.Best, FigureUnit.Fraction, "Highest return of a round trip on the value entered."),
        new("Worst trade", p => p.TradeFigures.Worst, FigureUnit.Fraction, "Lowest return of a round trip on the value entered."),
        new("Consecutive wins", p => p.TradeFigures.ConsecutiveWins, FigureUnit.Count, "Longest run of round trips that earned more than 0, by exit."),
        new("Consecutive losses", p => p.TradeFigures.ConsecutiveLosses, FigureUnit.Count, "Longest run of the others, by exit."),
        new("System quality number", p => p.TradeFigures.SystemQuality, FigureUnit.Ratio, "Mean profit of a round trip over its standard deviation, times the root of their number.", "Tharp 2008"),
        new("Kelly criterion", p => p.TradeFigures.Kelly, FigureUnit.Fraction, "Win rate less the rate of losses over the payoff ratio.", "Kelly 1956"),
        new("Longest holding", p => p.TradeFigures.LongestHolding, FigureUnit.Days, "Length of the longest round trip."),
        new("Holding of winners", p => p.TradeFigures.HoldingOfWinners, FigureUnit.Days, "Mean length of the round trips that earned more than 0."),
        new("Holding of losers", p => p.TradeFigures.HoldingOfLosers, FigureUnit.Days, "Mean length of the other round trips."),
        new("Adverse excursion", p => p.TradeFigures.AdverseExcursion, FigureUnit.Fraction, "Mean of how far prices went against a round trip, on the entry price.", "Sweeney 1997"),
        new("Favourable excursion", p => p.TradeFigures.FavourableExcursion, FigureUnit.Fraction, "Mean of how far prices went for a round trip, on the entry price.", "Sweeney 1997"),
        new("Edge ratio", p => p.TradeFigures.EdgeRatio, FigureUnit.Ratio, "Mean favourable excursion over the size of the mean adverse one."),
    ];

    /// <param name="trades">By exit.</param>
    /// <param name="winners">Of them those that earned more than 0.</param>
    /// <param name="losers">The others.</param>
    /// <param name="years">Length of the data.</param>
    internal static TradeFigures Of(TradeColumns trades, TradeGroup winners, TradeGroup losers, double years)
    {
        TradeGroup longs = default, shorts = default;
        double longest = double.NaN;
        for (int i = 0; i < trades.Count; i++)
        {
            longs.Add(trades.Profits[i], trades.Days[i], trades.IsLong[i]);
            shorts.Add(trades.Profits[i], trades.Days[i], !trades.IsLong[i]);
            longest = trades.Days[i] <= longest ? longest : trades.Days[i];
        }

        double[] returns = [.. trades.Returns];
        Array.Sort(returns);
        var profits = Moments.Of(trades.Profits);
        double winRate = (double)winners.Count / trades.Count, payoff = winners.AverageProfit / -losers.AverageProfit;
        return new TradeFigures
        {
            Long = longs.Count,
            Short = shorts.Count,
            Open = trades.Open,
            Liquidated = trades.Liquidated,
            PerYear = trades.Count / years,
            LongWinRate = longs.WinRate,
            ShortWinRate = shorts.WinRate,
            Payoff = payoff,
            AverageWin = winners.AverageProfit,
            AverageLoss = losers.AverageProfit,
            AverageReturn = Moments.Of(trades.Returns).Mean,
            MedianReturn = Percentile.OfSorted(returns, 0.5),
            Best = Percentile.OfSorted(returns, 1),
            Worst = Percentile.OfSorted(returns, 0),
            ConsecutiveWins = winners.LongestRun,
            ConsecutiveLosses = losers.LongestRun,
            SystemQuality = profits.StandardDeviation > 0 ? Math.Sqrt(trades.Count) * profits.Mean / profits.StandardDeviation : double.NaN,
            Kelly = winRate - (1 - winRate) / payoff,
            LongestHolding = longest,
            HoldingOfWinners = winners.AverageDays,
            HoldingOfLosers = losers.AverageDays,
            AdverseExcursion = trades.AdverseExcursion,
            FavourableExcursion = trades.FavourableExcursion,
            EdgeRatio = trades.AdverseExcursion < 0 ? trades.FavourableExcursion / -trades.AdverseExcursion : double.NaN,
        };
    }
}
