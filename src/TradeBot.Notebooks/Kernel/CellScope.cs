namespace TradeBot.Notebooks;

/// <summary>The cell that the current flow of control belongs to: it follows awaits, tasks and threads that the cell starts.</summary>
internal sealed class CellScope(string name, IOutputSink sink, CancellationToken cancellation)
{
    private static readonly AsyncLocal<CellScope?> Flow = new();
    private static int _displays;

    public static CellScope? Current => Flow.Value;

    public string Name { get; } = name;

    /// <summary>Whether the cell's code uses the token that asks it to end, and so gets time to do so.</summary>
    public bool IsWatched { get; private set; }

    /// <summary>Gives the cell's code the token that asks it to end.</summary>
    public CancellationToken Watch()
    {
        IsWatched = true;
        return cancellation;
    }

    /// <summary>Makes this the scope of the calling flow, which is a cell's own thread and ends with it.</summary>
    public void Enter() => Flow.Value = this;

    /// <remarks>Stopping a cell aborts its thread anywhere but in a finally block: the sink, which is the host's, must not stop halfway.</remarks>
    public void Show(CellOutput output)
    {
        try
        {
        }
        finally
        {
            RawOutput.Drain(); // what was written before it stands before it
            sink.Receive(output);
        }
    }

    /// <summary>Shows what did not come through the cell's own code.</summary>
    public void Receive(CellOutput output) => sink.Receive(output);

    /// <exception cref="InvalidOperationException">No front end can answer.</exception>
    public string? ReadLine() =>
        sink is IInputSource source
            ? source.ReadLine(cancellation)
            : throw new InvalidOperationException("The cell asks for input, but no user can answer: use a parameter instead.");

    public static string NextDisplayId() =>
        $"display-{Interlocked.Increment(ref _displays).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}

/// <summary>The cell of a session that ran last, which gets the reports of earlier cells that no longer exist.</summary>
internal sealed class CellTrail
{
    public CellScope? Latest { get; set; }
}
