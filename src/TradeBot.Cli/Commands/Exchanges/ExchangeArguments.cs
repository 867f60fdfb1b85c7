using System.CommandLine;
using TradeBot.Exchanges;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

/// <summary>Arguments and options that the commands around an exchange have in common.</summary>
internal static class ExchangeArguments
{
    public static Option<string> Exchange() => new("--exchange")
    {
        Description = "mainnet, testnet, demo, or an address such as http://127.0.0.1:8787.",
        HelpName = "exchange",
        DefaultValueFactory = _ => "mainnet",
    };

    public static Option<BybitCategory> Category() => new("--category")
    {
        Description = "linear, spot or inverse.",
        HelpName = "category",
        DefaultValueFactory = _ => BybitCategory.Linear,
    };

    public static string[] Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <exception cref="ArgumentException">There is none, or one of them is not a timeframe.</exception>
    public static Timeframe[] Timeframes(string? text)
    {
        string[] words = Words(text ?? "");
        if (words.Length == 0)
            throw new ArgumentException($"Give timeframes after the symbols: {string.Join(", ", Timeframe.Usual)}.");
        return [.. words.Select(One)];
    }

    public static Timeframe One(string word) => Timeframe.TryParse(word, out Timeframe timeframe)
        ? timeframe
        : throw new ArgumentException($"\"{word}\" is not a timeframe; accepted is {Timeframe.Accepted}.");
}
