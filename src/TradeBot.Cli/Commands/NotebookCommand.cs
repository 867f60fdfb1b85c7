using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class NotebookCommand
{
    public static Command Create() => new("notebook", "Run, test and render notebooks.")
    {
        NotebookRunCommand.Create(),
        NotebookTestCommand.Create(),
        NotebookRenderCommand.Create(),
    };
}
