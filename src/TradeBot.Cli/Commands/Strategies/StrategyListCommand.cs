using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Strategies;

namespace TradeBot.Cli.Commands;

internal static class StrategyListCommand
{
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command("list", "List the library strategies. Exit code: 0 listed, 2 wrong usage.") { Json };
        command.SetAction(List);
        return command;
    }

    private static int List(ParseResult parsed)
    {
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        Row[] rows = [.. StrategyLibrary.All.Select(s => new Row(s.Name, s.Summary, s.Create()))];
        if (parsed.GetValue(Json))
            printer.Json(rows.Select(r => new { r.Name, r.Summary, r.Strategy.Definition.Source, Parameters = r.Strategy.Parameters.ToDictionary() }));
        else
            printer.Table(["name", "what it does", "parameters"], rows.Select(r => (string[])[r.Name, r.Summary, Describe(r.Strategy)]));
        return ExitCode.Success;
    }

    private static string Describe(DefinedStrategy strategy) =>
        string.Join(", ", strategy.Parameters.Select(p => FormattableString.Invariant($"{p.Key} {p.Value}")));

    private sealed record Row(string Name, string Summary, DefinedStrategy Strategy);
}
