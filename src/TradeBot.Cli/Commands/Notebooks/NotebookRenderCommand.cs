using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class NotebookRenderCommand
{
    private static readonly Argument<string[]> Paths = new("notebooks")
    {
        Description = "Notebook files; folders whose notebooks are rendered, or patterns such as 'notebooks/**/*.ipynb', with an index of their pages.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for the pages; by default artifacts/notebooks.",
        HelpName = "folder",
    };

    private static readonly Option<bool> Pdf = new("--pdf")
    {
        Description = "Also print each page to PDF, with the Chromium, Chrome or Edge of this machine; TRADEBOT_BROWSER names another.",
    };

    public static Command Create()
    {
        var command = new Command(
            "render",
            "Render recorded outputs as self-contained HTML pages, without running anything. Exit code: 0 rendered, 2 wrong usage, file not found, not a notebook, or no browser to print with.")
        {
            Paths, Out, Pdf,
        };
        command.SetAction(RenderAsync);
        return command;
    }

    private static async Task<int> RenderAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        PagePrinter? printer = parsed.GetValue(Pdf) ? PagePrinter.Find() : null;
        TextWriter output = parsed.InvocationConfiguration.Output;
        string[] paths = parsed.GetValue(Paths)!;
        IReadOnlyList<NotebookJob> jobs = NotebookJob.Plan(paths, parsed.GetValue(Out));
        foreach (NotebookJob job in jobs)
        {
            job.Render();
            await output.WriteLineAsync(job.Page);
            if (printer is null)
                continue;
            await printer.PrintAsync(job.Page, job.Pdf, cancellationToken);
            await output.WriteLineAsync(job.Pdf);
        }

        if (!paths.All(File.Exists))
        {
            foreach (string index in IndexPage.Save(jobs))
                await output.WriteLineAsync(index);
        }

        return ExitCode.Success;
    }
}
