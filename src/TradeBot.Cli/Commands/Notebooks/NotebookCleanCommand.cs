using System.CommandLine;
using System.Text;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

/// <summary>The commands that bring notebooks into a stable form, with outputs or without.</summary>
internal static class NotebookCleanCommand
{
    private const string Codes =
        "Without a notebook it reads standard input and writes standard output, as a git filter does. " +
        "Exit code: 0 done, 1 with --check: a notebook would change, 2 wrong usage, file not found or not a notebook.";

    private static readonly Argument<string[]> Paths = new("notebooks")
    {
        Description = "Notebook files, folders or patterns; by default standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Check = new("--check") { Description = "Change nothing; name the notebooks that would change." };

    public static Command CreateClean() => Create(
        "clean",
        "Remove outputs and execution counts, and do what normalize does; cells tagged keep-output keep theirs. " + Codes,
        NotebookCleaner.Clean);

    public static Command CreateNormalize() => Create(
        "normalize",
        "Rewrite notebooks in a form that changes only when their content does: keys sorted, ids present and unique, counts from 1, no times or states of a session. " + Codes,
        NotebookCleaner.Normalize);

    private static Command Create(string name, string description, Func<NotebookDocument, NotebookDocument> change)
    {
        var command = new Command(name, description) { Paths, Check };
        command.SetAction((parsed, _) => RunAsync(parsed, change));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<NotebookDocument, NotebookDocument> change)
    {
        string[] paths = parsed.GetValue(Paths) ?? [];
        if (paths.Length == 0)
            return await FilterAsync(change, parsed.GetValue(Check));

        int code = ExitCode.Success;
        foreach (string file in NotebookFiles.Find(paths))
        {
            NotebookDocument document = change(NotebookDocument.Load(file));
            bool isOnlyChecked = parsed.GetValue(Check);
            if (isOnlyChecked ? document.IsIn(file) : !document.Save(file))
                continue;
            await parsed.InvocationConfiguration.Output.WriteLineAsync(file);
            code = isOnlyChecked ? ExitCode.Failure : code;
        }

        return code;
    }

    /// <summary>Bytes in, bytes out: neither the console's encoding nor its line ends take part.</summary>
    private static async Task<int> FilterAsync(Func<NotebookDocument, NotebookDocument> change, bool isOnlyChecked)
    {
        using var reader = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        string before = await reader.ReadToEndAsync();
        string after = change(NotebookDocument.Parse(before)).ToText();
        if (isOnlyChecked)
            return before == after ? ExitCode.Success : ExitCode.Failure;
        await using Stream output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(after));
        return ExitCode.Success;
    }
}
