using System.CommandLine;
using System.CommandLine.Parsing;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

/// <summary>Values for a notebook's parameters: one by one, or from a file.</summary>
internal static class NotebookParameterArguments
{
    private static readonly Option<string[]> Parameters = new("--parameter", "-p")
    {
        Description = "name=value: sets a variable of the cell tagged \"parameters\", by the variable's type. The source notebook stays untouched.",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "name=value",
    };

    private static readonly Option<string?> File = new("--parameters")
    {
        Description = "A YAML file with a line \"name: value\" for each parameter; -p overrides it.",
        HelpName = "file",
    };

    static NotebookParameterArguments() => Parameters.Validators.Add(Check);

    public static void AddTo(Command command)
    {
        command.Add(Parameters);
        command.Add(File);
    }

    public static IReadOnlyDictionary<string, string> Of(ParseResult parsed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (parsed.GetValue(File) is { } file)
            values = ParameterFile.Load(file).ToDictionary();
        foreach ((string name, string value) in (parsed.GetValue(Parameters) ?? []).Select(Split))
            values[name] = value;
        return values;
    }

    private static (string Name, string Value) Split(string assignment)
    {
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        return (assignment[..equals].Trim(), assignment[(equals + 1)..]);
    }

    private static void Check(OptionResult result)
    {
        string[] assignments = [.. result.Tokens.Select(token => token.Value)];
        if (Array.Find(assignments, assignment => assignment.IndexOf('=', StringComparison.Ordinal) < 1) is { } other)
        {
            result.AddError($"\"{other}\" is not of the form name=value.");
            return;
        }

        string[] repeated = [.. assignments.CountBy(assignment => Split(assignment).Name).Where(name => name.Value > 1).Select(name => $"\"{name.Key}\"")];
        if (repeated.Length > 0)
            result.AddError($"{(repeated.Length == 1 ? "Parameter" : "Parameters")} {string.Join(" and ", repeated)} {(repeated.Length == 1 ? "is" : "are")} given more than once.");
    }
}
