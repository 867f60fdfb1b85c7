namespace TradeBot.Notebooks;

#pragma warning disable IDE1006, CA1707, CA1708 // The names that notebooks use, in lower case and upper.

/// <summary>What every cell has in scope without a <c>using</c>: names as notebooks for C# know them.</summary>
public static class CellCommands
{
    /// <summary>Cancelled when the running cell is stopped or reaches its time limit.</summary>
    /// <remarks>Pass it to work on other threads: only the cell's own thread can be stopped from outside.</remarks>
    public static CancellationToken CellCancellation => CellScope.Current?.Watch() ?? CancellationToken.None;

    /// <summary>Shows a value here and now, in all forms it has.</summary>
    /// <param name="value">Anything; null shows <c>&lt;null&gt;</c>.</param>
    /// <returns>A handle by which the shown value can be replaced.</returns>
    public static DisplayedValue display(object? value) => Show(ValueFormatter.Format(value));

    /// <summary>Shows text under a MIME type of your choice.</summary>
    /// <param name="content">Taken as it is.</param>
    /// <param name="mimeType">Such as <c>text/html</c> or <c>text/markdown</c>.</param>
    /// <returns>A handle by which the shown value can be replaced.</returns>
    public static DisplayedValue display(string content, string mimeType) => Show(Bundle(content, mimeType));

    /// <summary>Marks text as HTML, so that it is shown as such.</summary>
    /// <param name="content">A fragment, taken as it is: encode what is data.</param>
    public static HtmlFragment HTML(string content) => new(content);

    /// <summary>Shows a value here and now, in all forms it has.</summary>
    /// <param name="value">Anything; null shows <c>&lt;null&gt;</c>.</param>
    /// <returns>A handle by which the shown value can be replaced.</returns>
    public static DisplayedValue Display(this object? value) => Show(ValueFormatter.Format(value));

    /// <summary>Shows text under a MIME type of your choice.</summary>
    /// <param name="content">Taken as it is.</param>
    /// <param name="mimeType">Such as <c>text/html</c> or <c>text/markdown</c>.</param>
    /// <returns>A handle by which the shown value can be replaced.</returns>
    public static DisplayedValue DisplayAs(this string content, string mimeType) => Show(Bundle(content, mimeType));

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">True to keep it until the next output takes its place: progress then does not flicker.</param>
    public static void clear_output(bool wait = false) => CellScope.Current?.Show(new ClearOutput(wait));

    private static MimeBundle Bundle(string content, string mimeType) => new MimeBundle(content).With(mimeType, content);

    private static DisplayedValue Show(MimeBundle data)
    {
        var displayed = new DisplayedValue(CellScope.Current, CellScope.NextDisplayId());
        displayed.Show(data);
        return displayed;
    }
}
