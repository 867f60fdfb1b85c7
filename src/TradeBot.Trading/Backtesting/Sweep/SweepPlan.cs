using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A rule as the sweep computes it: conditions as bits, sizes and levels as columns.</summary>
internal sealed class SweepPlan
{
    public required MaskNode? Long { get; init; }

    public required MaskNode? Short { get; init; }

    /// <summary>What closes a long position.</summary>
    public required MaskNode? ExitLong { get; init; }

    public required MaskNode? ExitShort { get; init; }

    public required SweepValue SizeLong { get; init; }

    public required SweepValue SizeShort { get; init; }

    public required (LevelUnit Unit, SweepValue Value) Stop { get; init; }

    public required (LevelUnit Unit, SweepValue Value) TakeProfit { get; init; }

    public required (LevelUnit Unit, SweepValue Value) TrailingStop { get; init; }

    /// <summary>After how many candles a position is closed.</summary>
    public required int TimeStop { get; init; }

    public required int Cooldown { get; init; }

    /// <summary>Computes where the rule would enter and exit in a block, by the table of <see cref="RuleDefinition"/>.</summary>
    public void Judge(SweepScratch scratch)
    {
        int words = scratch.Columns.Words;
        Span<ulong> enterLong = scratch.EnterLong.AsSpan(0, words), enterShort = scratch.EnterShort.AsSpan(0, words);
        Span<ulong> leaveLong = scratch.LeaveLong.AsSpan(0, words), leaveShort = scratch.LeaveShort.AsSpan(0, words);
        Fill(Long, scratch, enterLong);
        Fill(Short, scratch, enterShort);
        Fill(ExitLong, scratch, leaveLong);
        if (Short is null)
        {
            for (int i = 0; i < words; i++)
                enterLong[i] &= ~leaveLong[i];
            return;
        }

        Fill(ExitShort, scratch, leaveShort);
        for (int i = 0; i < words; i++)
        {
            ulong onlyLong = enterLong[i] & ~enterShort[i], onlyShort = enterShort[i] & ~enterLong[i];
            ulong exitLong = leaveLong[i], exitShort = leaveShort[i];
            (enterLong[i], enterShort[i]) = (onlyLong & ~exitLong, onlyShort & ~exitShort);
            (leaveLong[i], leaveShort[i]) = (exitLong | onlyShort, exitShort | onlyLong);
        }
    }

    private static void Fill(MaskNode? node, SweepScratch scratch, Span<ulong> words)
    {
        if (node is null)
            words.Clear();
        else
            node.True(scratch, words);
    }
}
