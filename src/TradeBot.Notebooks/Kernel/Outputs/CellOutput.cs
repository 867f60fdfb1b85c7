using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Something that a cell shows while it runs.</summary>
public abstract record CellOutput;

/// <summary>Which of the two text streams.</summary>
public enum StreamKind
{
    /// <summary>Standard output.</summary>
    Out,

    /// <summary>Standard error.</summary>
    Error,
}

/// <summary>Text written to the console.</summary>
/// <param name="Stream">Standard output or error.</param>
/// <param name="Text">What one call wrote; a line may come in several pieces.</param>
public sealed record StreamOutput(StreamKind Stream, string Text) : CellOutput
{
    /// <summary>True for text that came by a descriptor of the process, as from a child process: the last words of a process that dies do, too.</summary>
    internal bool IsRaw { get; init; }
}

/// <summary>A value shown on request.</summary>
/// <param name="Data">The value in its forms.</param>
/// <param name="DisplayId">By which a later <see cref="DisplayUpdate"/> finds it; unique in the session.</param>
public sealed record DisplayOutput(MimeBundle Data, string DisplayId) : CellOutput;

/// <summary>New content for an earlier <see cref="DisplayOutput"/>.</summary>
/// <param name="Data">The value in its forms.</param>
/// <param name="DisplayId">The earlier output's id.</param>
public sealed record DisplayUpdate(MimeBundle Data, string DisplayId) : CellOutput;

/// <summary>The value of the cell's last expression.</summary>
/// <param name="Data">The value in its forms.</param>
public sealed record ResultOutput(MimeBundle Data) : CellOutput;

/// <summary>Why the cell failed.</summary>
/// <param name="Error">Kind, message, place and trace.</param>
public sealed record ErrorOutput(CellError Error) : CellOutput;

/// <summary>What the cell showed so far is gone.</summary>
/// <param name="Wait">True to keep it until the next output takes its place, so that nothing flickers.</param>
public sealed record ClearOutput(bool Wait) : CellOutput;

/// <summary>The progress of long work, in a line that replaces the previous one. It is shown to interactive users and not recorded.</summary>
/// <param name="Text">The line.</param>
/// <param name="DisplayId">Which work; unique in the session.</param>
public sealed record ProgressOutput(string Text, string DisplayId) : CellOutput
{
    private const string Mark = "progress";

    /// <summary>What marks it in a front end, which records what it was shown.</summary>
    internal static JsonObject Metadata => new() { [NotebookDocument.OwnField] = new JsonObject { [Mark] = true } };

    /// <summary>Whether an output that a front end recorded is progress: no value, which a run would show again.</summary>
    internal static bool IsRecordedAs(JsonObject output) =>
        output["metadata"] is JsonObject metadata && metadata[NotebookDocument.OwnField] is JsonObject own && own[Mark] is JsonValue value && value.TryGetValue(out bool isProgress) && isProgress;
}
