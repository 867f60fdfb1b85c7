namespace TradeBot.Notebooks;

/// <summary>A displayed value; update it to show progress in place.</summary>
public sealed class DisplayedValue
{
    private readonly CellScope? _scope;
    private readonly string _id;

    internal DisplayedValue(CellScope? scope, string id)
    {
        _scope = scope;
        _id = id;
    }

    /// <summary>Replaces what is shown, where it is shown.</summary>
    /// <param name="value">Anything; null shows <c>&lt;null&gt;</c>.</param>
    public void Update(object? value)
    {
        MimeBundle data = ValueFormatter.Format(value);
        Send(data, new DisplayUpdate(data, _id));
    }

    internal void Show(MimeBundle data) => Send(data, new DisplayOutput(data, _id));

    private void Send(MimeBundle data, CellOutput output)
    {
        if (_scope is not null)
            _scope.Show(output);
        else
            Console.Out.WriteLine(data.Text); // called outside any cell, as from a test of notebook code
    }
}
