using System.CommandLine;
using System.Globalization;
using TradeBot.Notebooks;

namespace TradeBot.Cli.Commands;

internal static class NotebookCompareCommand
{
    private const int MostDifferences = 10;

    private static readonly Argument<FileInfo> Before = new("before") { Description = "A notebook with the outputs of the first run." };

    private static readonly Argument<FileInfo> After = new("after") { Description = "A notebook with the outputs of the second run." };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The page, or the folder for it; by default artifacts/notebooks.",
        HelpName = "path",
    };

    public static Command Create()
    {
        var command = new Command(
            "compare",
            "Compare the recorded outputs of two notebooks, as test does, without running anything, and render a page with the cells side by side and the differences marked. " +
            "Exit code: 0 they match, 1 they differ, 2 wrong usage, file not found or not a notebook.")
        {
            Before, After, Out,
        };
        NotebookToleranceArguments.AddTo(command);
        command.SetAction(Compare);
        return command;
    }

    private static int Compare(ParseResult parsed)
    {
        string before = parsed.GetValue(Before)!.FullName, after = parsed.GetValue(After)!.FullName;
        RunComparison comparison = RunComparison.Of(Load(before), Load(after), NotebookToleranceArguments.Of(parsed));
        string page = PageOf(before, after, parsed.GetValue(Out));
        ComparisonPage.Save(comparison, Path.GetFileNameWithoutExtension(before), Path.GetFileNameWithoutExtension(after), page);
        Print(parsed.InvocationConfiguration.Output, comparison, page);
        return comparison.Agrees ? ExitCode.Success : ExitCode.Failure;
    }

    private static NotebookDocument Load(string path) =>
        File.Exists(path) ? NotebookDocument.Load(path) : throw new FileNotFoundException($"There is no file {path}.");

    private static string PageOf(string before, string after, string? place)
    {
        if (place is not null && Path.GetExtension(place).Equals(".html", StringComparison.OrdinalIgnoreCase))
            return Path.GetFullPath(place);
        string first = Path.GetFileNameWithoutExtension(before), second = Path.GetFileNameWithoutExtension(after);
        string name = first == second ? second : $"{first}.{second}";
        return Path.Combine(place is null ? Path.GetDirectoryName(NotebookJob.Plan([after])[0].Page)! : Path.GetFullPath(place), name + ".compare.html");
    }

    private static void Print(TextWriter output, RunComparison comparison, string page)
    {
        int different = comparison.Cells.Count(cell => !cell.Agrees);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(different == 0 ? "agree  " : "differ ")}  {different} of {comparison.Cells.Count} cells differ  {page}"));
        foreach (RunComparisonCell cell in comparison.Cells.Where(cell => !cell.Agrees))
            Print(output, cell);
    }

    private static void Print(TextWriter output, RunComparisonCell cell)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"    cell {(cell.After ?? cell.Before!).Number}");
        if (cell.Before is null || cell.After is null)
            output.WriteLine($"{name}: only in the {(cell.Before is null ? "second" : "first")} run");
        else if (cell.IsEdited)
            output.WriteLine($"{name}: its source differs");
        foreach (Difference difference in cell.Differences.Take(MostDifferences))
            output.WriteLine($"{name}, {difference}");
        if (cell.Differences.Count > MostDifferences)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {cell.Differences.Count - MostDifferences} more on the page"));
    }
}
