namespace TradeBot.Trading;

/// <summary>The opposite of a condition.</summary>
internal sealed class NotMask(MaskNode source) : MaskNode
{
    public override void True(SweepScratch scratch, Span<ulong> words) => source.False(scratch, words);

    public override void False(SweepScratch scratch, Span<ulong> words) => source.True(scratch, words);
}
