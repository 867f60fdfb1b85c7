namespace TradeBot.Indicators.Windows;

/// <summary>Every tail of a block: what is kept of its last value, of its last two, and so on.</summary>
internal sealed class BlockTails<TState>(int length)
    where TState : struct
{
    /// <summary>By how many values the tail has.</summary>
    public TState[] States { get; } = new TState[length + 1];

    /// <summary>How often the tails were replaced.</summary>
    public int Version { get; set; }

    /// <summary>Replaces the tails by those of other values.</summary>
    public void Fold<TFold>(TFold fold, ReadOnlySpan<double> values)
        where TFold : struct, IFold<TState>
    {
        TState state = default;
        Span<TState> states = States.AsSpan(1, values.Length);
        for (int i = 0; i < states.Length; i++)
            states[i] = state = fold.AddOlder(state, values[values.Length - 1 - i], i + 1);
    }
}
