using Microsoft.DotNet.Interactive.Events;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>What the host made of one cell.</summary>
/// <param name="Events">All that it announced, in order.</param>
internal sealed record InteractiveCell(IReadOnlyList<KernelEvent> Events)
{
    /// <summary>Why the cell failed; null when it did not.</summary>
    public string? Failure => Events.OfType<CommandFailed>().Select(failed => failed.Message).FirstOrDefault();

    /// <summary>The cell's value; null when it has none.</summary>
    public object? Value => Events.OfType<ReturnValueProduced>().SingleOrDefault()?.Value;

    /// <summary>True when the value is a data frame: it is of another library's type, which the host shows as a tree and TradeBot's kernel as a table.</summary>
    public bool IsDataFrame => Value?.GetType().FullName == "Microsoft.Data.Analysis.DataFrame";

    /// <summary>How the host shows the cell's value, by MIME type.</summary>
    public IReadOnlyDictionary<string, string> Shown => Forms(Events.OfType<ReturnValueProduced>().Single());

    /// <summary>All that the cell shows and prints and that a run without a person records: not the lines of long work.</summary>
    public IReadOnlyList<ShownOutput> Outputs =>
    [
        .. Events.OfType<DisplayEvent>().Where(shown => shown is not DisplayedValueUpdated && !IsProgress(shown)).Select(shown => new ShownOutput(shown switch
        {
            StandardOutputValueProduced => new Dictionary<string, string> { ["stream/stdout"] = Forms(shown)["text/plain"] },
            StandardErrorValueProduced => new Dictionary<string, string> { ["stream/stderr"] = Forms(shown)["text/plain"] },
            _ => Forms(Updates(shown).LastOrDefault() ?? shown),
        })),
    ];

    /// <summary>How many lines of long work the cell showed.</summary>
    public int ProgressLines => Events.OfType<DisplayedValueProduced>().Count(IsProgress);

    /// <summary>A line of long work is updated at least once, and has no form but text.</summary>
    private bool IsProgress(DisplayEvent shown) => shown is DisplayedValueProduced && Updates(shown).Any() && Forms(shown).Keys.SequenceEqual(["text/plain"]);

    private IEnumerable<DisplayedValueUpdated> Updates(DisplayEvent shown) => Events.OfType<DisplayedValueUpdated>().Where(update => update.ValueId == shown.ValueId);

    private static Dictionary<string, string> Forms(DisplayEvent shown) => shown.FormattedValues.ToDictionary(form => form.MimeType, form => form.Value);
}
