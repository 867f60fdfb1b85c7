using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class KernelInstallCommand
{
    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = $"Take the name {KernelSpecStore.DotNetName} even where another kernel has it, such as .NET Interactive's, which is kept aside and restored by \"uninstall\".",
    };

    public static Command Create()
    {
        var command = new Command(
            "install",
            $"Install the kernel for this user, as \"TradeBot (C#)\": front ends then start it from where this command is. Where no other kernel has the name {KernelSpecStore.DotNetName}, " +
            "which C# notebooks ask for, it also takes that name. " +
            "JUPYTER_DATA_DIR names another folder than the platform's. Exit code: 0 installed, 2 the folder cannot be written.")
        {
            Replace,
        };
        command.SetAction(Install);
        return command;
    }

    private static int Install(ParseResult parsed)
    {
        KernelInstallation installed = KernelSpecStore.OfUser().Install([.. WorkerStart.Self, "kernel", "run", KernelSpecStore.ConnectionFilePlaceholder], parsed.GetValue(Replace));
        TextWriter output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"{installed.Kernel.DisplayName} installed in {installed.Kernel.Folder}");
        if (installed.DotNet is { } shared)
            output.WriteLine($"It is also installed as {shared.Name}, the kernel that C# notebooks ask for: {shared.Folder}");
        if (installed.Aside is { } aside)
            output.WriteLine($"The kernel that had this name is kept in {aside} until \"tradebot kernel uninstall\" restores it.");
        else if (installed.Other is { } other && installed.DotNet is null)
            output.WriteLine($"Another kernel has the name {KernelSpecStore.DotNetName} ({other}) and keeps it: notebooks open in that kernel until you pick \"{installed.Kernel.DisplayName}\", or install with --replace.");
        return ExitCode.Success;
    }
}
