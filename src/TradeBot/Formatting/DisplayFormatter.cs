namespace TradeBot.Formatting;

/// <summary>Writes values of this project's types in one MIME type.</summary>
public sealed class DisplayFormatter
{
    internal const string Html = "text/html", Plotly = "application/vnd.plotly.v1+json", Text = "text/plain";

    private readonly Func<DisplayForm, Func<object, string>?> _write;

    internal DisplayFormatter(string mimeType, Func<DisplayForm, Func<object, string>?> write)
    {
        MimeType = mimeType;
        _write = write;
    }

    /// <summary>What <see cref="Format"/> writes.</summary>
    public string MimeType { get; }

    /// <summary>Writes a value.</summary>
    /// <returns>False, with nothing written, where the value's type has no such form.</returns>
    public bool Format(object value, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(writer);
        if (DisplayForm.Of(value.GetType()) is not DisplayForm form || _write(form) is not Func<object, string> write)
            return false;

        writer.Write(write(value));
        return true;
    }
}
