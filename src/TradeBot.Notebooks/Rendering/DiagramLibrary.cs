namespace TradeBot.Notebooks;

/// <summary>The library that draws diagrams: Mermaid in its bundle for pages, MIT licence, which lacks mind maps and architecture diagrams.</summary>
internal static class DiagramLibrary
{
    /// <summary>What holds a diagram's source: an output, or a fenced block of Markdown.</summary>
    public const string Selector = "pre.mermaid, code.language-mermaid";

    /// <summary>The word that opens a fenced block with a diagram.</summary>
    public const string Fence = "mermaid";

    public static PackedScript Script { get; } = new("mermaid.tiny.js.gz");
}
