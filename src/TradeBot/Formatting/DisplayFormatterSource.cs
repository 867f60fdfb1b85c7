using System.Collections;

namespace TradeBot.Formatting;

/// <summary>The formatters that notebook kernels find by convention for the types of this project.</summary>
/// <remarks>
/// The convention asks for a parameterless constructor and this one method, whose elements have a <c>MimeType</c> and a
/// <c>Format</c>. Each value shows itself as HTML, as plain text and, where it is a chart, in Plotly's schema.
/// </remarks>
public sealed class DisplayFormatterSource
{
    /// <summary>One formatter for each MIME type.</summary>
    public IEnumerable CreateTypeFormatters() => new[]
    {
        new DisplayFormatter(DisplayFormatter.Html, form => form.Html),
        new DisplayFormatter(DisplayFormatter.Plotly, form => form.Plotly),
        new DisplayFormatter(DisplayFormatter.Text, form => form.Text),
    };
}
