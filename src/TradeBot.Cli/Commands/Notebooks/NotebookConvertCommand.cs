using System.CommandLine;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class NotebookConvertCommand
{
    private static readonly Argument<string> From = new("from") { Description = "An .ipynb or .dib file." };

    private static readonly Argument<string> To = new("to") { Description = "The file to write, .ipynb or .dib; a .dib has no outputs, ids or tags." };

    public static Command Create()
    {
        var command = new Command("convert", "Write a notebook in another format. Exit code: 0 written, 2 wrong usage, file not found or not a notebook.") { From, To };
        command.SetAction(Convert);
        return command;
    }

    private static int Convert(ParseResult parsed)
    {
        NotebookDocument.Load(parsed.GetValue(From)!).Save(parsed.GetValue(To)!);
        return ExitCode.Success;
    }
}
