using System.Collections.Immutable;

namespace TradeBot.Reporting;

/// <summary>A report: title, key facts, prose, charts and tables in reading order.</summary>
/// <remarks>
/// Immutable: each method returns a longer copy. The page is complete in itself, loads nothing, runs no script and
/// bears no time of writing, so that the same content gives the same bytes.
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

    /// <summary>What the report is about.</summary>
    public string Title { get; }

    /// <summary>An empty report.</summary>
    /// <exception cref="ArgumentException">The title is empty.</exception>
    public static Report Titled(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return new Report(title, []);
    }

    /// <summary>What the report comes to, in one or two sentences: the first thing that is read.</summary>
    /// <param name="text">The verdict.</param>
    /// <param name="tone">How it is to be taken.</param>
    public Report Headline(string text, FactTone tone = FactTone.Neutral) => With(new HeadlineBlock(text, tone));

    /// <summary>What identifies an input or a result, such as a hash: it stands at the foot of the report, wherever it is said; the same is written once.</summary>
    public Report Foot(string name, string value)
    {
        var foot = new FootBlock(name, value);
        return _blocks.Contains(foot) ? this : With(foot);
    }

    /// <summary>Begins a section.</summary>
    public Report Section(string title) => With(new SectionBlock(title, 2));

    /// <summary>Begins a part of a section.</summary>
    public Report Subsection(string title) => With(new SectionBlock(title, 3));

    /// <summary>A key fact; neighbouring ones stand side by side.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="value">Its value, as the reader shall see it.</param>
    /// <param name="note">A short explanation; may be empty.</param>
    /// <param name="tone">How it is to be taken.</param>
    public Report Fact(string name, string value, string note = "", FactTone tone = FactTone.Neutral) =>
        With(new FactBlock(name, value, note, tone));

    /// <summary>A paragraph.</summary>
    public Report Prose(string text) => With(new ProseBlock(text));

    /// <summary>Something that the reader must not overlook.</summary>
    public Report Warning(string text) => With(new WarningBlock(text));

    /// <summary>A chart.</summary>
    public Report Chart(Chart chart) => With(new ChartBlock(chart));

    /// <summary>Charts side by side.</summary>
    public Report Charts(ChartGrid grid) => With(new GridBlock(grid));

    /// <summary>A table.</summary>
    public Report Table(Table table) => With(new TableBlock(table, ""));

    /// <summary>A table that is folded away under a line of text.</summary>
    public Report FoldedTable(string summary, Table table) => With(new TableBlock(table, summary));

    /// <summary>The blocks of another report, its title as a section.</summary>
    public Report Append(Report other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Report(Title, [.. _blocks, new SectionBlock(other.Title, 2), .. other._blocks.Where(block => block is not FootBlock || !_blocks.Contains(block))]);
    }

    // In the order of reading: feet last.
    private IEnumerable<ReportBlock> Ordered => _blocks.Where(block => block is not FootBlock).Concat(_blocks.Where(block => block is FootBlock));

    /// <summary>The title.</summary>
    public override string ToString() => $"Report '{Title}'";

    private Report With(ReportBlock block) => new(Title, _blocks.Add(block));
}
