using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>The options that say what it costs to hold a position: funding and interest.</summary>
internal static class HoldingCosts
{
    public static Option<string[]> Funding { get; } = new("--funding")
    {
        Description = "What longs pay shorts every 8 hours, from 00:00 UTC, as a fraction such as 0.0001; or a CSV file with the columns timestamp (milliseconds UTC) and rate. SYMBOL=… sets it for one symbol; may be given several times.",
        HelpName = "rate|file",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    public static Option<decimal?> Borrow { get; } = new("--borrow")
    {
        Description = "Interest on coins sold short, per day, as a fraction such as 0.0005; the symbols are then treated as spot.",
        HelpName = "rate",
    };

    public static IEnumerable<Option> All => [Funding, Borrow];

    /// <summary>The conditions with these costs for the symbols of a run.</summary>
    public static BacktestOptions Add(BacktestOptions options, ParseResult parsed, IReadOnlyList<CandleSeries> series)
    {
        string[] funding = parsed.GetRequiredValue(Funding);
        if (funding.Length > 0)
            options = options with { Funding = Mistake.In(Funding, () => HoldingText.Funding(funding, series)) };
        if (parsed.GetValue(Borrow) is not { } daily)
            return options;

        BorrowRate rate = Mistake.In(Borrow, daily, () => BorrowRate.PerDay(daily));
        return HoldingText.Borrow(options, rate, series);
    }
}
