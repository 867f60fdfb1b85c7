using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class KernelCommand
{
    public static Command Create() => new("kernel", "Serve C# notebooks to VS Code and Jupyter.")
    {
        KernelInstallCommand.Create(),
        KernelUninstallCommand.Create(),
        KernelListCommand.Create(),
        KernelRunCommand.Create(),
    };
}
