namespace TradeBot.Trading;

/// <summary>And, or or, of two conditions.</summary>
internal sealed class LogicMask(bool isAnd, MaskNode left, MaskNode right) : MaskNode
{
    public override void True(SweepScratch scratch, Span<ulong> words)
    {
        ulong[] rented = scratch.Rent();
        left.True(scratch, words);
        right.True(scratch, rented.AsSpan(0, words.Length));
        Join(words, rented, isAnd);
        scratch.Return(rented);
    }

    public override void False(SweepScratch scratch, Span<ulong> words)
    {
        ulong[] rented = scratch.Rent();
        left.False(scratch, words);
        right.False(scratch, rented.AsSpan(0, words.Length));
        Join(words, rented, !isAnd);
        scratch.Return(rented);
    }

    private static void Join(Span<ulong> words, ReadOnlySpan<ulong> others, bool both)
    {
        for (int i = 0; i < words.Length; i++)
            words[i] = both ? words[i] & others[i] : words[i] | others[i];
    }
}
