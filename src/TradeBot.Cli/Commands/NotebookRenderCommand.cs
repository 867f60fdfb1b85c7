using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class NotebookRenderCommand
{
    private static readonly Argument<string[]> Paths = new("notebooks")
    {
        Description = "Notebook files, or folders whose notebooks are rendered.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for the pages; without it artifacts/notebooks.",
        HelpName = "folder",
    };

    public static Command Create()
    {
        var command = new Command(
            "render",
            "Render recorded outputs as self-contained HTML pages, without running anything. Exit code: 0 rendered, 2 wrong usage, file not found or not a notebook.")
        {
            Paths, Out,
        };
        command.SetAction(Render);
        return command;
    }

    private static int Render(ParseResult parsed)
    {
        foreach (NotebookJob job in NotebookJob.Plan(parsed.GetValue(Paths)!, parsed.GetValue(Out)))
        {
            job.Render();
            parsed.InvocationConfiguration.Output.WriteLine(job.Page);
        }

        return ExitCode.Success;
    }
}
