namespace TradeBot.Notebooks;

/// <summary>Where libraries that know no notebook find a line in which to show how far long work is.</summary>
/// <remarks>
/// By convention, as formatters are found: the application's data have, under <see cref="Name"/>, a
/// <c>Func&lt;(Action&lt;string&gt; Show, CancellationToken Stop)?&gt;</c>. Called in a cell, it gives a function that shows a line, replacing the last one, and a token that is
/// cancelled when the cell is stopped; called elsewhere, null. All types are the framework's, so that a library in another load context can use it.
/// </remarks>
internal static class ProgressPort
{
    public const string Name = "Notebook.LongWork";

    private static readonly Func<(Action<string> Show, CancellationToken Stop)?> Port = Open;

    /// <summary>Registers it; doing so again has no effect.</summary>
    public static void Install() => AppContext.SetData(Name, Port);

    private static (Action<string> Show, CancellationToken Stop)? Open()
    {
        if (CellScope.Current is not { } scope)
            return null;
        string id = CellScope.NextDisplayId();
        return (text => scope.Show(new ProgressOutput(text, id)), scope.Watch());
    }
}
