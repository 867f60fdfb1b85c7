using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Strategies;

namespace TradeBot.Cli.Commands;

internal static class StrategyShowCommand
{
    private static readonly Argument<string> Strategy = StrategyArguments.Strategy();
    private static readonly Option<Dictionary<string, double>> Set = StrategyArguments.Set();
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "show", "Print a strategy as a document, which can be saved and edited. Exit code: 0 printed, 2 wrong usage or a document with errors.")
        {
            Strategy, Set, Json,
        };
        command.SetAction(Show);
        return command;
    }

    private static int Show(ParseResult parsed)
    {
        DefinedStrategy strategy = StrategyArguments.Load(parsed.GetRequiredValue(Strategy), parsed.GetRequiredValue(Set));
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        if (!parsed.GetValue(Json))
        {
            parsed.InvocationConfiguration.Output.Write(strategy.ToYaml());
            return ExitCode.Success;
        }

        printer.Json(new
        {
            strategy.Name,
            strategy.Definition.Source,
            On = strategy.Definition.On.ToString(),
            Feeds = strategy.Feeds.Select(f => $"{f.Symbol} {f.Timeframe}"),
            Parameters = strategy.Parameters.ToDictionary(),
            Document = strategy.ToYaml(),
        });
        return ExitCode.Success;
    }
}
