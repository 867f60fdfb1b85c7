using System.Reflection;

namespace TradeBot;

/// <summary>The notebook that runs the current flow of control, found by convention, because no project references a notebook's packages.</summary>
/// <remarks>
/// TradeBot's own kernel puts a function under the name <see cref="Port"/> in the application's data. .NET Interactive is known by its invocation context.
/// All types in between are the framework's, so that the two sides need not share one.
/// </remarks>
internal static class NotebookHost
{
    /// <summary>The name of a <c>Func&lt;(Action&lt;string&gt;, CancellationToken)?&gt;</c>: a function that shows a line, replacing the last one, and a token that is cancelled when the cell is interrupted.</summary>
    public const string Port = "Notebook.LongWork";

    private const string Nesting = "TradeBot.LongWork", Interactive = "Microsoft.DotNet.Interactive";

    private static readonly string[] PlainText = ["text/plain"];

    private static readonly Lazy<Func<(Action<string>, CancellationToken)?>?> OfInteractive = new(FindInteractive);

    /// <summary>Receives the progress, from 0 to 1, for the long work that this flow of control is part of. The same for all assemblies; null outside.</summary>
    public static Action<double>? Outer
    {
        get => (AppContext.GetData(Nesting) as AsyncLocal<Action<double>?>)?.Value;
        set => Flow().Value = value;
    }

    /// <summary>Asks for a line; null where there is no notebook.</summary>
    public static (Action<string> Show, CancellationToken Stop)? Watch() =>
        AppContext.GetData(Port) is Func<(Action<string>, CancellationToken)?> own ? own() : OfInteractive.Value?.Invoke();

    private static AsyncLocal<Action<double>?> Flow()
    {
#pragma warning disable CA2002, MA0064, RCS1059 // Copies of this type in several assemblies share no object but the framework's own.
        lock (typeof(AppContext))
#pragma warning restore CA2002, MA0064, RCS1059
        {
            if (AppContext.GetData(Nesting) is not AsyncLocal<Action<double>?> flow)
                AppContext.SetData(Nesting, flow = new AsyncLocal<Action<double>?>());
            return flow;
        }
    }

    private static Func<(Action<string>, CancellationToken)?>? FindInteractive()
    {
        Assembly? host = Array.Find(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == Interactive);
        Type? context = host?.GetType($"{Interactive}.KernelInvocationContext");
        PropertyInfo? current = context?.GetProperty("Current"), cancellation = context?.GetProperty("CancellationToken");
        MethodInfo? display = context is null ? null : host?.GetType($"{Interactive}.KernelInvocationContextExtensions")?.GetMethod("Display", [context, typeof(object), typeof(string[])]);
        MethodInfo? update = display?.ReturnType.GetMethod("Update", [typeof(object)]);
        return current is null || cancellation is null || update is null ? null : Open;

        (Action<string>, CancellationToken)? Open()
        {
            if (current.GetValue(null) is not { } now)
                return null;
            object? shown = null;
            return (Show, (CancellationToken)cancellation.GetValue(now)!);

            void Show(string text)
            {
                if (shown is null)
                    shown = display!.Invoke(null, [now, text, PlainText]);
                else
                    update.Invoke(shown, [text]);
            }
        }
    }
}
