using System.Text;

namespace TradeBot.Notebooks;

/// <summary>Sends console text to the cell whose code wrote it, and to the terminal where no cell did.</summary>
internal sealed class ConsoleRouter(StreamKind stream, TextWriter terminal) : TextWriter
{
    private static readonly Lock Gate = new();
    private static (TextWriter Out, TextWriter Error, TextReader In)? s_installed;

    public override Encoding Encoding => terminal.Encoding;

    /// <summary>Takes over <see cref="Console.Out"/>, <see cref="Console.Error"/> and <see cref="Console.In"/>.</summary>
    /// <remarks>Called before each cell: what a cell sets them to lasts until its end, so that it silences no other.</remarks>
    public static void Install()
    {
        lock (Gate)
        {
            if (s_installed is { } ours)
            {
                if (!ReferenceEquals(Console.Out, ours.Out))
                    Console.SetOut(ours.Out);
                if (!ReferenceEquals(Console.Error, ours.Error))
                    Console.SetError(ours.Error);
                if (!ReferenceEquals(Console.In, ours.In))
                    Console.SetIn(ours.In);
                return;
            }

            Console.SetOut(new ConsoleRouter(StreamKind.Out, Console.Out));
            Console.SetError(new ConsoleRouter(StreamKind.Error, Console.Error));
            Console.SetIn(new ConsoleInput());
            s_installed = (Console.Out, Console.Error, Console.In); // as the console wraps them: wrapped ones are not wrapped again
        }
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
