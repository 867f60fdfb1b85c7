using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Sends console text to the cell whose code wrote it, and to the terminal where no cell did.</summary>
internal sealed class ConsoleRouter(StreamKind stream, TextWriter terminal) : TextWriter
{
    private static readonly Lazy<bool> Installation = new(TakeOver);

    public override Encoding Encoding => terminal.Encoding;

    /// <summary>Takes over <see cref="Console.Out"/>, <see cref="Console.Error"/> and <see cref="Console.In"/>, once in a process: a later change is the user's.</summary>
    public static void Install() => _ = Installation.Value;

    private static bool TakeOver()
    {
        Console.SetOut(new ConsoleRouter(StreamKind.Out, Console.Out));
        Console.SetError(new ConsoleRouter(StreamKind.Error, Console.Error));
        Console.SetIn(new ConsoleInput());
        return true;
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (CellScope.Current is { } cell)
            cell.Show(new StreamOutput(stream, value));
        else
            terminal.Write(value);
    }

    public override void WriteLine() => Write("\n");

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Flush() => terminal.Flush();
}
