namespace TradeBot.Testing;

/// <summary>A notebook as libraries see it: what the current test's long work shows in its line, and an interrupt.</summary>
/// <remarks>By the convention of the kernel, under a name in the application's data; tests beside this one have no notebook.</remarks>
public sealed class NotebookWatch : IDisposable
{
    private const string Port = "Notebook.LongWork";

    private static readonly AsyncLocal<NotebookWatch?> Current = new();

    private readonly Lock _gate = new();
    private readonly List<List<string>> _works = [];
    private readonly ManualResetEventSlim _shown = new();
    private readonly CancellationTokenSource _interrupt = new();

    private NotebookWatch()
    {
    }

    /// <summary>What each work showed, in order; an empty list for one that was over before it was shown.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Works
    {
        get
        {
            lock (_gate)
                return [.. _works.Select(work => work.ToArray())];
        }
    }

    /// <summary>The lines of the only work that showed some.</summary>
    public IReadOnlyList<string> Lines => Works.Single(work => work.Count > 0);

    /// <summary>Makes this test's flow of control one that a notebook watches, until disposed.</summary>
    public static NotebookWatch Begin()
    {
        AppContext.SetData(Port, (Func<(Action<string>, CancellationToken)?>)Open);
        return Current.Value = new NotebookWatch();
    }

    /// <summary>What the kernel does when its user stops the cell.</summary>
    public void Interrupt() => _interrupt.Cancel();

    /// <summary>Returns once a line was shown: for work that is measured by the system's clock.</summary>
    public void WaitForLine()
    {
        if (!_shown.Wait(TimeSpan.FromSeconds(60)))
            throw new TimeoutException("No line was shown within a minute.");
    }

    public void Dispose()
    {
        Current.Value = null;
        _interrupt.Dispose();
    }

    private static (Action<string>, CancellationToken)? Open() => Current.Value is { } watch ? (watch.BeginWork(), watch._interrupt.Token) : null;

    private Action<string> BeginWork()
    {
        List<string> lines = [];
        lock (_gate)
            _works.Add(lines);
        return text =>
        {
            lock (_gate)
                lines.Add(text);
            _shown.Set();
        };
    }
}
