using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>A report: title, key facts, prose, charts and tables in reading order.</summary>
/// <remarks>
/// Immutable: each method returns a longer copy. The page is self-contained, loads nothing, runs no script and
/// has no time of writing, so that the same content gives the same bytes.
/// </remarks>
[TypeFormatterSource]
public sealed partial class Report
{
    private readonly ImmutableArray<ReportBlock> _blocks;

    private Report(string title, ImmutableArray<ReportBlock> blocks)
    {
        Title = title;
        _blocks = blocks;
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>An empty report.</summary>
    /// <exception cref="ArgumentException">The title is empty.</exception>
    public static Report Titled(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return new Report(title, []);
    }

    /// <summary>Adds the conclusion of the report in one or two sentences, which is read first.</summary>
    /// <param name="text">The verdict.</param>
    /// <param name="tone">Whether it is good, bad or neutral.</param>
    public Report Headline(string text, FactTone tone = FactTone.Neutral) => With(new HeadlineBlock(text, tone));

    /// <summary>Adds an identifier of an input or a result, such as a hash, to the end of the report; equal ones are written once.</summary>
    public Report Foot(string name, string value)
    {
        var foot = new FootBlock(name, value);
        return _blocks.Contains(foot) ? this : With(foot);
    }

    /// <summary>Starts a section.</summary>
    public Report Section(string title) => With(new SectionBlock(title, 2));

    /// <summary>Starts a subsection.</summary>
    public Report Subsection(string title) => With(new SectionBlock(title, 3));

    /// <summary>Adds a key fact; adjacent ones are side by side.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, as text.</param>
    /// <param name="note">A short explanation; may be empty.</param>
    /// <param name="tone">Whether it is good, bad or neutral.</param>
    public Report Fact(string name, string value, string note = "", FactTone tone = FactTone.Neutral) =>
        With(new FactBlock(name, value, note, tone));

    /// <summary>A paragraph.</summary>
    public Report Prose(string text) => With(new ProseBlock(text));

    /// <summary>Adds a warning.</summary>
    public Report Warning(string text) => With(new WarningBlock(text));

    /// <summary>A chart.</summary>
    public Report Chart(Chart chart) => With(new ChartBlock(chart));

    /// <summary>Charts side by side.</summary>
    public Report Charts(ChartGrid grid) => With(new GridBlock(grid));

    /// <summary>A table.</summary>
    public Report Table(Table table) => With(new TableBlock(table, ""));

    /// <summary>Adds a table that is collapsed under a line of text.</summary>
    public Report FoldedTable(string summary, Table table) => With(new TableBlock(table, summary));

    /// <summary>Adds the blocks of another report, its title as a section.</summary>
    public Report Append(Report other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Report(Title, [.. _blocks, new SectionBlock(other.Title, 2), .. other._blocks.Where(block => block is not FootBlock || !_blocks.Contains(block))]);
    }

    // In reading order: identifiers last.
    private IEnumerable<ReportBlock> Ordered => _blocks.Where(block => block is not FootBlock).Concat(_blocks.Where(block => block is FootBlock));

    /// <summary>The title.</summary>
    public override string ToString() => $"Report '{Title}'";

    private Report With(ReportBlock block) => new(Title, _blocks.Add(block));
}
