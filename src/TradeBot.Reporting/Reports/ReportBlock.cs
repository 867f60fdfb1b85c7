namespace TradeBot.Reporting;

/// <summary>One part of a report, in reading order.</summary>
internal abstract record ReportBlock;

/// <summary>The conclusion of the report, in one or two sentences.</summary>
internal sealed record HeadlineBlock(string Text, FactTone Tone) : ReportBlock;

/// <summary>An identifier of an input, such as a hash, written at the end of the report.</summary>
internal sealed record FootBlock(string Name, string Value) : ReportBlock;

/// <summary>A heading; what follows belongs to it.</summary>
internal sealed record SectionBlock(string Title, int Level) : ReportBlock;

/// <summary>A paragraph.</summary>
internal sealed record ProseBlock(string Text) : ReportBlock;

/// <summary>A warning.</summary>
internal sealed record WarningBlock(string Text) : ReportBlock;

/// <summary>A key fact; adjacent facts form one group.</summary>
internal sealed record FactBlock(string Name, string Value, string Note, FactTone Tone) : ReportBlock;

/// <summary>A chart.</summary>
internal sealed record ChartBlock(Chart Chart) : ReportBlock;

/// <summary>Charts side by side.</summary>
internal sealed record GridBlock(ChartGrid Grid) : ReportBlock;

/// <summary>A table; collapsed when it is long and secondary.</summary>
internal sealed record TableBlock(Table Table, string Folded) : ReportBlock;

/// <summary>Whether a key fact is good, bad or neutral.</summary>
public enum FactTone
{
    /// <summary>Neutral.</summary>
    Neutral,

    /// <summary>In favour of the result.</summary>
    Good,

    /// <summary>Against the result.</summary>
    Bad,
}
