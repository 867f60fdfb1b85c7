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

    /// <summary>How the host shows the cell's value, by MIME type.</summary>
    public IReadOnlyDictionary<string, string> Shown =>
        Events.OfType<ReturnValueProduced>().Single().FormattedValues.ToDictionary(form => form.MimeType, form => form.Value);
}
