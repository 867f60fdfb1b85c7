namespace TradeBot.Notebooks;

/// <summary>Regression tests of notebooks: each is run and compared with its recorded outputs.</summary>
public static class NotebookTest
{
    /// <summary>Compares a run with its source and writes the page of differences, or removes an outdated one.</summary>
    /// <param name="outcome">A run that <see cref="NotebookJob.PlanTest"/> planned.</param>
    /// <param name="tolerance">For cells that name none, nor does their notebook.</param>
    /// <param name="updates">True to take the run's outputs over into the source, unless a cell failed.</param>
    /// <returns>Null for a notebook that did not run; a .dib, which records nothing, agrees when it runs.</returns>
    /// <exception cref="NotebookFormatException">A tolerance in the notebook is not one.</exception>
    /// <exception cref="IOException">A file could not be written; the old one is unchanged.</exception>
    public static NotebookComparison? Judge(NotebookOutcome outcome, Tolerance tolerance, bool updates)
    {
        if (outcome.Result is not { } result)
            return null;
        NotebookJob job = outcome.Job;
        NotebookDocument recorded = NotebookDocument.IsDib(job.Source) ? NotebookDocument.Load(job.Executed) : NotebookDocument.Load(job.Source);
        NotebookComparison comparison = NotebookComparison.Of(recorded, result, tolerance);
        if (comparison.Agrees)
            File.Delete(job.ComparisonPage);
        else
            ComparisonPage.Save(comparison, job.Name, job.ComparisonPage);
        if (updates && result.Succeeded && !NotebookDocument.IsDib(job.Source))
        {
            NotebookDocument updated = comparison.Update();
            RecordedParameters.Copy(NotebookDocument.Load(job.Executed), updated);
            updated.Save(job.Source);
        }

        return comparison;
    }

    /// <summary>The suite of a test: a case per code cell, failed where it does not agree.</summary>
    /// <param name="outcome">What became of the notebook.</param>
    /// <param name="comparison">What <see cref="Judge"/> found.</param>
    public static ReportSuite Report(NotebookOutcome outcome, NotebookComparison? comparison)
    {
        ReportSuite suite = ReportSuite.Of(outcome);
        return comparison is null ? suite : suite with { Cases = [.. suite.Cases.Zip(comparison.Cells, Case)] };
    }

    private static ReportCase Case(ReportCase item, CellComparison cell)
    {
        if (cell.Agrees || item.Outcome == ReportOutcome.Failed)
            return item;
        string[] reasons = [.. cell.IsStale ? ["its source changed since its outputs were recorded"] : Array.Empty<string>(), .. cell.Differences.Select(difference => difference.ToString())];
        return item with { Outcome = ReportOutcome.Failed, Message = reasons[0], Details = string.Join('\n', reasons) };
    }
}
