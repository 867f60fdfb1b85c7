namespace TradeBot.Notebooks;

/// <summary>The cell that the current flow of control belongs to: it follows awaits, tasks and threads that the cell starts.</summary>
internal sealed class CellScope(string name, IOutputSink sink, CancellationToken cancellation)
{
    private static readonly AsyncLocal<CellScope?> Flow = new();
    private static int _displays;

    public static CellScope? Current => Flow.Value;

    public string Name { get; } = name;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Makes this the scope of the calling flow, which is a cell's own thread and ends with it.</summary>
    public void Enter() => Flow.Value = this;

    public void Show(CellOutput output) => sink.Receive(output);

    public static string NextDisplayId() =>
        $"display-{Interlocked.Increment(ref _displays).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
