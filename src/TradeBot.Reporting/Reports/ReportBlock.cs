namespace TradeBot.Reporting;

/// <summary>One part of a report, in reading order.</summary>
internal abstract record ReportBlock;

/// <summary>What the report comes to, in one or two sentences.</summary>
internal sealed record HeadlineBlock(string Text, FactTone Tone) : ReportBlock;

/// <summary>What identifies the inputs, such as a hash: written at the foot of the whole report.</summary>
internal sealed record FootBlock(string Name, string Value) : ReportBlock;

/// <summary>A heading; what follows belongs to it.</summary>
internal sealed record SectionBlock(string Title, int Level) : ReportBlock;

/// <summary>A paragraph.</summary>
internal sealed record ProseBlock(string Text) : ReportBlock;

/// <summary>Something that the reader must not overlook.</summary>
internal sealed record WarningBlock(string Text) : ReportBlock;

/// <summary>Neighbouring facts form one group.</summary>
internal sealed record FactBlock(string Name, string Value, string Note, FactTone Tone) : ReportBlock;

/// <summary>A chart.</summary>
internal sealed record ChartBlock(Chart Chart) : ReportBlock;

/// <summary>Charts side by side.</summary>
internal sealed record GridBlock(ChartGrid Grid) : ReportBlock;

/// <summary>A table; folded away when it is long and secondary.</summary>
internal sealed record TableBlock(Table Table, string Folded) : ReportBlock;

/// <summary>How a key fact is to be taken.</summary>
public enum FactTone
{
    /// <summary>As it stands.</summary>
    Neutral,

    /// <summary>It speaks for the result.</summary>
    Good,

    /// <summary>It speaks against the result.</summary>
    Bad,
}
