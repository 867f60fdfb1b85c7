using System.CommandLine;
using TradeBot.Learning;
using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>Arguments and options that the model commands share.</summary>
internal static class ModelArguments
{
    public static Option<string> Folder { get; } = new("--models") { Description = "Folder of the models.", HelpName = "folder", DefaultValueFactory = _ => "models" };

    public static Option<string[]> Given { get; } = new("--model")
    {
        Description = "A model that the rule reads, of the folder --models: name for its latest version, name=2 or name=paper for another, or name=FILE. May be given several times.",
        HelpName = "name[=version|file]",
        DefaultValueFactory = _ => [],
    };

    public static Option<string> Data { get; } = DataArguments.Data();

    public static Option<DateTime?> From { get; } = DataArguments.Time("--from", "First open time");

    public static Option<DateTime?> To { get; } = DataArguments.Time("--to", "End of the open times, exclusive");

    public static Option<bool> Json { get; } = DataArguments.Json();

    public static Argument<string> Name { get; } = new("name") { Description = "The model; see tradebot models list." };

    public static Argument<string> Symbol { get; } = new("symbol") { Description = "The symbol whose candles are used." };

    public static Argument<Timeframe> Length { get; } = DataArguments.TimeframeArgument("timeframe", "Timeframe of the candles");

    public static ModelRegistry Registry(ParseResult parsed) => ModelRegistry.Open(parsed.GetRequiredValue(Folder));

    public static CandleSeries Candles(ParseResult parsed) => new StoredFeeds(CandleStore.Open(parsed.GetRequiredValue(Data)))
        .Load(new CandleFeed(parsed.GetRequiredValue(Symbol), parsed.GetRequiredValue(Length)), parsed.GetValue(From), parsed.GetValue(To));

    /// <summary>The rows that the models need, made from the candles that the command names.</summary>
    /// <exception cref="ArgumentException">The models predict different things.</exception>
    public static Dataset RowsFor(ParseResult parsed, params IReadOnlyList<RegisteredModel> models)
    {
        string[] labels = [.. models.Select(model => Label.Parse(model.Card.Label).Name).Distinct()];
        return labels.Length == 1
            ? Dataset.From(Candles(parsed), Features.Parse(models.SelectMany(model => Features.Parse(model.Card.Features).Names).Distinct()), Label.Parse(labels[0]))
            : throw new ArgumentException($"The models predict different things: {string.Join(" and ", labels)}.");
    }

    /// <summary>The models that a rule reads, each given as <c>name</c> (the latest version), <c>name=version</c> or <c>name=file</c>, by their content.</summary>
    /// <exception cref="ArgumentException">A version or file is not there, or a model tells something else than what is read.</exception>
    public static IReadOnlyList<ModelIdentity>? Of(ParseResult parsed, StrategySpec strategy)
    {
        string[] given = parsed.GetRequiredValue(Given);
        if (strategy.Create() is not DefinedStrategy rule)
            return given.Length == 0 ? null : throw new ArgumentException("--model is for rules; a strategy class loads its models itself.");
        RuleModels models = RuleModels.None;
        foreach (string[] parts in given.Select(text => text.Split('=', 2, StringSplitOptions.TrimEntries)))
        {
            string name = parts[0], version = parts.Length > 1 ? parts[1] : "";
            if (!rule.Models.Contains(name))
                throw new ArgumentException($"The strategy reads no model '{name}'; it reads {(rule.Models.Count == 0 ? "none" : string.Join(", ", rule.Models))}.");
            models = File.Exists(version) ? models.WithFile(name, version) : models.With(name, Load(Registry(parsed), name, version));
        }

        return rule.Models.Count == 0 ? null : rule.WithModels(models).ModelIdentities;
    }

    /// <summary>Where models of a spec are found.</summary>
    public static IModelLibrary Library(ParseResult parsed) => new RegistryModels(Registry(parsed));

    /// <summary>The version that a text names: a number, the use that it serves, or the latest when it is empty.</summary>
    /// <exception cref="ArgumentException">The text is neither, or no version serves that use.</exception>
    public static RegisteredModel Load(ModelRegistry registry, string name, string version)
    {
        if (version.Length == 0)
            return registry.Load(name, registry.Versions(name).Count);
        if (int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number))
            return registry.Load(name, number);
        if (!Enum.TryParse(version, ignoreCase: true, out ModelUse use))
            throw new ArgumentException($"\"{version}\" is not a version; accepted are a number, research, paper and live.");
        return registry.ServingVersion(name, use) is int serving
            ? registry.Load(name, serving)
            : throw new ArgumentException($"No version of '{name}' serves {use.ToString().ToLowerInvariant()}: promote one with \"tradebot models promote {name} VERSION {use.ToString().ToLowerInvariant()} --reason WHY\", or give a version's number.");
    }
}
