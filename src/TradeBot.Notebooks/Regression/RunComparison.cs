namespace TradeBot.Notebooks;

/// <summary>Two recorded runs, of one notebook or of two that grew from one, cell by cell.</summary>
public sealed class RunComparison
{
    private RunComparison(IReadOnlyList<RunComparisonCell> cells) => Cells = cells;

    /// <summary>The code cells of both, in order.</summary>
    public IReadOnlyList<RunComparisonCell> Cells { get; }

    /// <summary>True when every cell is in both and shows the same.</summary>
    public bool Agrees => Cells.All(cell => cell.Agrees);

    /// <summary>Compares the recorded outputs of two notebooks; nothing is run.</summary>
    /// <param name="before">The first run.</param>
    /// <param name="after">The second run, whose tags and tolerances count.</param>
    /// <param name="tolerance">For cells that name none, nor does their notebook.</param>
    /// <remarks>Cells are the same when their sources are; between these, when their ids are; what is left between is paired in order.</remarks>
    /// <exception cref="NotebookFormatException">A tolerance in the notebook is not one.</exception>
    public static RunComparison Of(NotebookDocument before, NotebookDocument after, Tolerance tolerance)
    {
        NotebookCell[] first = [.. before.Cells.Where(cell => cell.Kind == CellKind.Code)], second = [.. after.Cells.Where(cell => cell.Kind == CellKind.Code)];
        return new RunComparison([.. Pairs(first, second).Select(pair => Compare(pair.Before, pair.After, after, tolerance))]);
    }

    private static RunComparisonCell Compare(NotebookCell? before, NotebookCell? after, NotebookDocument document, Tolerance otherwise)
    {
        Tolerance tolerance = after is null ? otherwise : RegressionTags.ToleranceOf(after, document, otherwise);
        bool isCompared = before is not null && after is not null && !after.HasTag(RegressionTags.NoCompare);
        return new RunComparisonCell(before, after, isCompared ? OutputComparer.Compare(before!.Outputs, after!.Outputs, tolerance) : []) { Tolerance = tolerance };
    }

    private static IEnumerable<(NotebookCell? Before, NotebookCell? After)> Pairs(NotebookCell[] before, NotebookCell[] after) =>
        Aligned(before, after, (b, a) => b.Source == a.Source, (oldGap, newGap) => Aligned(oldGap, newGap, (b, a) => b.Id is { } id && id == a.Id, InOrder));

    /// <summary>The pairs that are alike, and what is made of the stretches between them.</summary>
    private static IEnumerable<(NotebookCell? Before, NotebookCell? After)> Aligned(
        NotebookCell[] before, NotebookCell[] after, Func<NotebookCell, NotebookCell, bool> areAlike, Func<NotebookCell[], NotebookCell[], IEnumerable<(NotebookCell?, NotebookCell?)>> between)
    {
        int i = 0, j = 0;
        foreach ((int b, int a) in CommonSubsequence.Of(before.Length, after.Length, (b, a) => areAlike(before[b], after[a])))
        {
            foreach ((NotebookCell?, NotebookCell?) pair in between(before[i..b], after[j..a]))
                yield return pair;
            yield return (before[b], after[a]);
            (i, j) = (b + 1, a + 1);
        }

        foreach ((NotebookCell?, NotebookCell?) pair in between(before[i..], after[j..]))
            yield return pair;
    }

    private static IEnumerable<(NotebookCell? Before, NotebookCell? After)> InOrder(NotebookCell[] before, NotebookCell[] after) =>
        Enumerable.Range(0, Math.Max(before.Length, after.Length)).Select(i => (before.ElementAtOrDefault(i), after.ElementAtOrDefault(i)));
}
