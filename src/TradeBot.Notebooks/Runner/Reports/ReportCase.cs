namespace TradeBot.Notebooks;

/// <summary>One line of a report: a cell, or what else can fail in a notebook.</summary>
/// <param name="Name">Unique in its suite.</param>
/// <param name="Duration">Zero where it did not run.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why it failed or was left out, in a line; null when it passed.</param>
/// <param name="Details">The whole explanation; null where there is none.</param>
public sealed record ReportCase(string Name, TimeSpan Duration, ReportOutcome Outcome, string? Message = null, string? Details = null);
