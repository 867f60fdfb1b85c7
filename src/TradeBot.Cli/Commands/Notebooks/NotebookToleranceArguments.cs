using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

/// <summary>How far numbers may be apart, for every command that compares outputs.</summary>
internal static class NotebookToleranceArguments
{
    private static readonly Option<double?> Relative = new("--relative")
    {
        Description = "Relative tolerance: how far a number may be from the recorded one, as a fraction of it; 1e-9 by default. The tolerance of a cell or a notebook overrides it.",
        HelpName = "fraction",
    };

    private static readonly Option<double?> Absolute = new("--absolute")
    {
        Description = "Absolute tolerance: how far a number may be from the recorded one, in its own unit; 1e-12 by default.",
        HelpName = "distance",
    };

    static NotebookToleranceArguments()
    {
        Relative.Validators.Add(Check);
        Absolute.Validators.Add(Check);
    }

    public static void AddTo(Command command)
    {
        command.Add(Relative);
        command.Add(Absolute);
    }

    public static Tolerance Of(ParseResult parsed) =>
        new(parsed.GetValue(Relative) ?? Tolerance.Default.Relative, parsed.GetValue(Absolute) ?? Tolerance.Default.Absolute);

    private static void Check(OptionResult result)
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !(value >= 0 && double.IsFinite(value)))
            result.AddError($"{result.Option.Name} is {text}: expected a number of at least 0.");
    }
}
