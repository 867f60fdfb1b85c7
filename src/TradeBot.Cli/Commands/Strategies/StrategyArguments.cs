using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>Arguments and options by which commands choose a strategy.</summary>
internal static class StrategyArguments
{
    public static Argument<string> Strategy() => new("strategy")
    {
        Description = "A strategy document (a YAML file), or the name of a library strategy; see tradebot strategy list.",
    };

    public static Option<Dictionary<string, double>> Set() => new("--set")
    {
        Description = "A value for a parameter of the strategy, such as fast=10. May be given several times.",
        HelpName = "name=value",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ParseSettings,
        DefaultValueFactory = _ => [],
    };

    /// <summary>The strategy that is meant: a file where there is one of that name, otherwise one of the library.</summary>
    public static DefinedStrategy Load(string strategy, Dictionary<string, double> settings)
    {
        if (IsDocument(strategy))
            return Strategies.Strategy.Load(strategy, settings);
        DefinedStrategy classic = StrategyLibrary.Find(strategy).Create();
        return settings.Count == 0 ? classic : classic.With(settings);
    }

    /// <summary>The same as data; a class of an assembly too.</summary>
    public static StrategySpec SpecOf(string strategy, Dictionary<string, double> settings)
    {
        if (strategy.LastIndexOf(':') is > 0 and var colon && strategy[..colon].EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            return new ClassSpec(strategy[..colon], strategy[(colon + 1)..], ClassSpec.HashOf(strategy[..colon]), settings);
        DefinedStrategy found = Load(strategy, settings);
        return IsDocument(strategy) ? new DocumentSpec(File.ReadAllText(strategy), settings) : new LibrarySpec(strategy, new Dictionary<string, double>(found.Parameters));
    }

    /// <summary>A strategy whose other parameters are searched: a value alone may be one that only others make acceptable.</summary>
    public static StrategySpec TemplateOf(string strategy, Dictionary<string, double> settings) =>
        IsDocument(strategy) ? new DocumentSpec(File.ReadAllText(strategy), settings) : new LibrarySpec(strategy, settings);

    private static bool IsDocument(string strategy) =>
        File.Exists(strategy) || Path.GetExtension(strategy) is ".yaml" or ".yml" || strategy.Contains(Path.DirectorySeparatorChar);

    private static Dictionary<string, double> ParseSettings(ArgumentResult result)
    {
        Dictionary<string, double> settings = [];
        foreach (Token token in result.Tokens)
        {
            string[] parts = token.Value.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                result.AddError($"\"{token.Value}\" is not a setting such as fast=10.");
            else if (!settings.TryAdd(parts[0], value))
                result.AddError($"\"{token.Value}\" is a second value for {parts[0]}; give one.");
        }

        return settings;
    }
}
