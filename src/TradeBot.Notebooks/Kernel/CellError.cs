namespace TradeBot.Notebooks;

/// <summary>Why a cell failed, in the words a researcher needs.</summary>
/// <param name="Name">Exception type, <c>CompilationError</c>, <c>Cancelled</c> or <c>TimeLimit</c>.</param>
/// <param name="Message">The exception's message, or the compiler's first.</param>
/// <param name="Line">The failing line of the cell that ran, from 1; null where it is not known, or none is to blame.</param>
/// <param name="Column">The column in that line, from 1; null where unknown.</param>
/// <param name="Trace">The whole explanation, line by line; its first line repeats name and message.</param>
public sealed record CellError(string Name, string Message, int? Line, int? Column, IReadOnlyList<string> Trace)
{
    /// <summary><see cref="Name"/> of an error that the compiler found.</summary>
    public const string Compilation = "CompilationError";

    /// <summary><see cref="Name"/> of a cell that was cancelled.</summary>
    public const string Cancelled = "Cancelled";

    /// <summary><see cref="Name"/> of a cell that exceeded its time limit.</summary>
    public const string TimeLimit = "TimeLimit";

    /// <summary><see cref="Name"/> of a cell whose process ended while it ran.</summary>
    public const string Died = "KernelDied";

    internal static CellError Of(string name, string message) => new(name, message, null, null, [$"{name}: {message}"]);
}

/// <summary>How a cell ended.</summary>
/// <param name="Error">Null when the cell ran to its end.</param>
public sealed record CellResult(CellError? Error)
{
    /// <summary>True when the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
