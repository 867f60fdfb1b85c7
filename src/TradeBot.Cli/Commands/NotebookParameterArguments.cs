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
        Description = "A YAML file with a line \"name: value\" for each; -p goes before it.",
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
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string assignment in result.Tokens.Select(token => token.Value))
        {
            if (assignment.IndexOf('=', StringComparison.Ordinal) < 1)
                result.AddError($"\"{assignment}\" is not name=value.");
            else if (!names.Add(Split(assignment).Name))
                result.AddError($"Parameter \"{Split(assignment).Name}\" is given twice.");
        }
    }
}
