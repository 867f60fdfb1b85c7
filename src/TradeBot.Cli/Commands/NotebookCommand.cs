using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class NotebookCommand
{
    public static Command Create() => new("notebook", "Run and render notebooks.")
    {
        NotebookRunCommand.Create(),
        NotebookRenderCommand.Create(),
    };
}
