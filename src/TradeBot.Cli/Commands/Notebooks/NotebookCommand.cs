using System.CommandLine;

namespace TradeBot.Cli.Commands;

internal static class NotebookCommand
{
    public static Command Create() => new("notebook", "Run, test, render, compare and clean notebooks.")
    {
        NotebookRunCommand.Create(),
        NotebookTestCommand.Create(),
        NotebookRenderCommand.Create(),
        NotebookCompareCommand.Create(),
        NotebookCleanCommand.CreateClean(),
        NotebookCleanCommand.CreateNormalize(),
        NotebookConvertCommand.Create(),
    };
}
