using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class KernelListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "List the kernels that front ends of this user find, which of them are TradeBot's, and those that cannot start. Exit code: 0.");
        command.SetAction(List);
        return command;
    }

    private static int List(ParseResult parsed)
    {
        foreach (KernelSpec spec in KernelSpecStore.OfUser().List())
        {
            string problem = spec.MissingFile is { } file ? $"  cannot start: {file} is missing" : "";
            parsed.InvocationConfiguration.Output.WriteLine($"{spec.Name,-16} {spec.DisplayName,-24} {(spec.IsTradeBot ? "TradeBot" : ""),-8} {spec.Folder}{problem}");
        }

        return ExitCode.Success;
    }
}
