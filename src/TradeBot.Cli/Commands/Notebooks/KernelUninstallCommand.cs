using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class KernelUninstallCommand
{
    public static Command Create()
    {
        var command = new Command("uninstall", "Remove what \"install\" wrote for this user, and restore what it put aside. Other kernels stay, whatever their names. Exit code: 0, also when there was none.");
        command.SetAction(Uninstall);
        return command;
    }

    private static int Uninstall(ParseResult parsed)
    {
        KernelRemoval removal = KernelSpecStore.OfUser().Uninstall();
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (removal.Removed.Count == 0)
            output.WriteLine("The kernel was not installed for this user.");
        foreach (string folder in removal.Removed)
            output.WriteLine($"Removed {folder}");
        foreach (string folder in removal.Restored)
            output.WriteLine($"Restored {folder}");
        foreach (string folder in removal.Left)
            output.WriteLine($"Left {folder}, which another program wrote");
        return ExitCode.Success;
    }
}
