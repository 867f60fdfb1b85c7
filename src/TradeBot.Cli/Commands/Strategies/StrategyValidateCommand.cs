using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Strategies;

namespace TradeBot.Cli.Commands;

internal static class StrategyValidateCommand
{
    private static readonly Argument<string[]> Files = new("files") { Description = "Strategy documents.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "validate",
            "Find all errors in strategy documents, each with file, line and column, and warn about conditions that can never be true. " +
            "Exit code: 0 no errors and no warnings, 1 some were found, 2 wrong usage or a file that cannot be read.")
        {
            Files, Json,
        };
        command.SetAction(Validate);
        return command;
    }

    private static int Validate(ParseResult parsed)
    {
        Outcome[] outcomes = [.. parsed.GetRequiredValue(Files).Select(f => new Outcome(f, Strategies.Strategy.Validate(File.ReadAllText(f))))];
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        if (parsed.GetValue(Json))
            printer.Json(outcomes);
        else
            Array.ForEach(outcomes, o => Print(printer, o));
        return outcomes.All(o => o.Faults.Count == 0) ? ExitCode.Success : ExitCode.Failure;
    }

    private static void Print(DataPrinter printer, Outcome outcome)
    {
        if (outcome.Faults.Count == 0)
            printer.Line($"{outcome.File}: no errors");
        foreach (StrategyFault fault in outcome.Faults)
            printer.Line(FormattableString.Invariant($"{outcome.File}({fault.Line},{fault.Column}): {(fault.IsWarning ? "warning: " : "")}{fault.Place}: {fault.Message}"));
    }

    private sealed record Outcome(string File, IReadOnlyList<StrategyFault> Faults);
}
