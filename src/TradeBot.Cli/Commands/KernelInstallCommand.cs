using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class KernelInstallCommand
{
    public static Command Create()
    {
        var command = new Command(
            "install",
            "Install the kernel for this user, as \".NET (C#)\": front ends then start it from where this command lies. " +
            "JUPYTER_DATA_DIR chooses another folder than the platform's. Exit code: 0 installed, 2 the folder cannot be written.");
        command.SetAction(Install);
        return command;
    }

    private static int Install(ParseResult parsed)
    {
        KernelSpec spec = KernelSpecStore.OfUser().Install([.. WorkerStart.Self, "kernel", "run", KernelSpecStore.ConnectionFilePlaceholder]);
        parsed.InvocationConfiguration.Output.WriteLine($"{spec.DisplayName} installed in {spec.Folder}");
        return ExitCode.Success;
    }
}
