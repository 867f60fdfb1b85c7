using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class KernelUninstallCommand
{
    public static Command Create()
    {
        var command = new Command("uninstall", "Remove the kernel that \"install\" wrote for this user. Exit code: 0, also when there was none.");
        command.SetAction(Uninstall);
        return command;
    }

    private static int Uninstall(ParseResult parsed)
    {
        string? folder = KernelSpecStore.OfUser().Uninstall();
        parsed.InvocationConfiguration.Output.WriteLine(folder is null ? "The kernel was not installed for this user." : $"Removed {folder}");
        return ExitCode.Success;
    }
}
