using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Indicators;

namespace TradeBot.Cli.Commands;

internal static class IndicatorsShowCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "Name or alias, such as rsi." };
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command("show", "Show an indicator: inputs, parameters, outputs, warm-up and source. Exit code: 0 printed, 2 wrong usage or no such indicator.") { Name, Json };
        command.SetAction(Show);
        return command;
    }

    /// <summary>The JSON form of an indicator.</summary>
    public static object Facts(IndicatorDefinition definition) => new
    {
        definition.Name,
        definition.Title,
        definition.Family,
        definition.Aliases,
        Input = definition.Input.ToString(),
        Parameters = definition.Parameters.Select(p => new { p.Name, p.Min, p.Max, p.Default, p.IsInteger, p.SearchMin, p.SearchMax }),
        Constraints = definition.Constraints.Select(c => c.Text),
        Outputs = definition.Outputs.Select(o => new { o.Name, o.Meaning, o.Min, o.Max, o.UndefinedWhen }),
        definition.With().WarmUp,
        definition.Repaints,
        definition.Source,
        definition.Notes,
    };

    private static int Show(ParseResult parsed)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(parsed.GetRequiredValue(Name));
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        if (parsed.GetValue(Json))
            printer.Json(Facts(definition));
        else
            Print(printer, definition);
        return ExitCode.Success;
    }

    private static void Print(DataPrinter printer, IndicatorDefinition definition)
    {
        printer.Line($"{definition.Name}: {definition.Title} ({definition.Family})");
        Print(printer, "also", definition.Aliases);
        printer.Line($"  reads       {Describe(definition)}");
        Print(printer, "parameter", definition.Parameters.Select(p => p.ToString()));
        Print(printer, "must hold", definition.Constraints.Select(c => c.Text));
        Print(printer, "output", definition.Outputs.Select(Describe));
        printer.Line(FormattableString.Invariant($"  warm-up     {definition.With().WarmUp} candles with the default parameters"));
        if (definition.Repaints)
            printer.Line("  repaints    its past values change with later candles: strategies refuse it");
        printer.Line($"  source      {definition.Source}");
        Print(printer, "note", definition.Notes.Length == 0 ? [] : [definition.Notes]);
    }

    private static void Print(DataPrinter printer, string label, IEnumerable<string> values)
    {
        foreach (string value in values)
            printer.Line($"  {label,-11} {value}");
    }

    private static string Describe(IndicatorDefinition definition) => definition.Input switch
    {
        IndicatorInput.Value => "one series, the close unless another is given",
        IndicatorInput.Pair => "two series",
        _ => definition.Fields.ToString(),
    };

    private static string Describe(IndicatorOutput output)
    {
        string range = FormattableString.Invariant($"{(double.IsFinite(output.Min) ? $", from {output.Min}" : "")}{(double.IsFinite(output.Max) ? $", to {output.Max}" : "")}");
        return $"{output.Name}: {output.Meaning}{range}";
    }
}
