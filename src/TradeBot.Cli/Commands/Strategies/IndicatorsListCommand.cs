using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Indicators;

namespace TradeBot.Cli.Commands;

internal static class IndicatorsListCommand
{
    private static readonly Option<IndicatorFamily?> Family = new("--family") { Description = $"One family: {string.Join(", ", Enum.GetNames<IndicatorFamily>())}.", HelpName = "family" };
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command("list", "List the indicators of the catalog. Exit code: 0 listed, 2 wrong usage.") { Family, Json };
        command.SetAction(List);
        return command;
    }

    private static int List(ParseResult parsed)
    {
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        IndicatorDefinition[] chosen = [.. IndicatorCatalog.All.Where(d => parsed.GetValue(Family) is not { } family || d.Family == family)];
        if (parsed.GetValue(Json))
            printer.Json(chosen.Select(IndicatorsShowCommand.Facts));
        else
            printer.Table(["family", "name", "title", "parameters", "outputs"], chosen.Select(Row));
        return ExitCode.Success;
    }

    private static string[] Row(IndicatorDefinition definition) =>
    [
        definition.Family.ToString(), definition.Name, definition.Title,
        string.Join(", ", definition.Parameters.Select(p => FormattableString.Invariant($"{p.Name} {p.Default}"))),
        string.Join(", ", definition.Outputs.Select(o => o.Name)),
    ];
}
