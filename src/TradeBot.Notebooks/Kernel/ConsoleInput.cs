namespace TradeBot.Notebooks;

/// <summary>Reads console input for a cell from where its outputs go, and from the terminal where no cell asks.</summary>
internal sealed class ConsoleInput : TextReader
{
    private readonly Lazy<TextReader> _terminal = new(() => new StreamReader(Console.OpenStandardInput()));
    private string _rest = "";

    public override string? ReadLine()
    {
        if (CellScope.Current is not { } cell)
            return _terminal.Value.ReadLine();
        if (_rest.Length == 0)
            return cell.ReadLine();

        string line = _rest.TrimEnd('\n');
        _rest = "";
        return line;
    }

    public override int Peek() => CellScope.Current is null ? _terminal.Value.Peek() : Next(take: false);

    public override int Read() => CellScope.Current is null ? _terminal.Value.Read() : Next(take: true);

    private int Next(bool take)
    {
        if (_rest.Length == 0)
        {
            if (CellScope.Current!.ReadLine() is not { } line)
                return -1;
            _rest = line + "\n";
        }

        char next = _rest[0];
        if (take)
            _rest = _rest[1..];
        return next;
    }
}
