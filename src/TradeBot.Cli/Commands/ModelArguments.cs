using System.CommandLine;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>Arguments and options that the commands about models have in common.</summary>
internal static class ModelArguments
{
    public static Option<string> Folder { get; } = new("--models") { Description = "Folder of the models.", HelpName = "folder", DefaultValueFactory = _ => "models" };

    public static Option<string> Data { get; } = DataArguments.Data();

    public static Option<DateTime?> From { get; } = DataArguments.Time("--from", "First open time");

    public static Option<DateTime?> To { get; } = DataArguments.Time("--to", "End of the open times, exclusive");

    public static Option<bool> Json { get; } = DataArguments.Json();

    public static Argument<string> Name { get; } = new("name") { Description = "The model; see tradebot models list." };

    public static Argument<string> Symbol { get; } = new("symbol") { Description = "The symbol whose candles are used." };

    public static Argument<Timeframe> Length { get; } = DataArguments.TimeframeArgument("timeframe", "Length of the candles");

    public static ModelRegistry Registry(ParseResult parsed) => ModelRegistry.Open(parsed.GetRequiredValue(Folder));

    public static CandleSeries Candles(ParseResult parsed) => new StoredFeeds(CandleStore.Open(parsed.GetRequiredValue(Data)))
        .Load(new CandleFeed(parsed.GetRequiredValue(Symbol), parsed.GetRequiredValue(Length)), parsed.GetValue(From), parsed.GetValue(To));

    /// <summary>The rows that models want, of candles given with the command.</summary>
    /// <exception cref="ArgumentException">The models predict different things.</exception>
    public static Dataset RowsFor(ParseResult parsed, params IReadOnlyList<RegisteredModel> models)
    {
        string[] labels = [.. models.Select(model => model.Card.Label).Distinct()];
        return labels.Length == 1
            ? Dataset.From(Candles(parsed), Features.Parse(models.SelectMany(model => model.Card.Features).Distinct()), Label.Parse(labels[0]))
            : throw new ArgumentException($"The models predict different things: {string.Join(" and ", labels)}.");
    }

    /// <summary>The version that a text means: a number, or the use that it serves.</summary>
    /// <exception cref="ArgumentException">The text is neither, or no version serves that use.</exception>
    public static RegisteredModel Load(ModelRegistry registry, string name, string version)
    {
        if (int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number))
            return registry.Load(name, number);
        if (!Enum.TryParse(version, ignoreCase: true, out ModelUse use))
            throw new ArgumentException($"\"{version}\" is no version: a number, research, paper or live.");
        return registry.ServingVersion(name, use) is int serving
            ? registry.Load(name, serving)
            : throw new ArgumentException($"No version of '{name}' serves {use.ToString().ToLowerInvariant()}: promote one with \"tradebot models promote {name} VERSION {use.ToString().ToLowerInvariant()} --reason WHY\", or give a version's number.");
    }
}
