using Markdig;
using Markdig.Syntax;

namespace TradeBot.Notebooks;

/// <summary>What an index says of a notebook.</summary>
/// <param name="Title">The first heading of the first level, else the notebook's name.</param>
/// <param name="Opening">The text of the first paragraph; empty where there is none.</param>
/// <param name="Cells">How many code cells it has.</param>
/// <param name="Run">How many of them have run.</param>
/// <param name="Failed">How many of them show an error that they are not tagged to raise.</param>
public sealed record NotebookSummary(string Title, string Opening, int Cells, int Run, int Failed)
{
    /// <summary>Summarises a notebook.</summary>
    /// <param name="document">Its cells, with their recorded outputs.</param>
    /// <param name="name">The notebook's name.</param>
    public static NotebookSummary Of(NotebookDocument document, string name)
    {
        Block[] prose = [.. document.Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => PageProse.Read(cell.Source))];
        NotebookCell[] code = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Source.Length > 0)];
        return new NotebookSummary(
            prose.OfType<HeadingBlock>().Where(heading => heading.Level == 1).Select(PageProse.TextOf).FirstOrDefault() ?? name,
            prose.OfType<ParagraphBlock>().Select(PageProse.TextOf).FirstOrDefault() ?? "",
            code.Length,
            code.Count(cell => cell.ExecutionCount is not null),
            code.Count(Fails));
    }

    private static bool Fails(NotebookCell cell) => !cell.HasTag("raises-exception") && cell.Outputs.Any(output => output["output_type"]?.ToString() == "error");
}
