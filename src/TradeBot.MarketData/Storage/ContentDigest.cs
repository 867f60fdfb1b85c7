using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TradeBot.MarketData;

/// <summary>A fast digest to detect changed bytes.</summary>
/// <remarks>
/// Two running sums in each of eight 64-bit lanes (Fletcher's checksum), folded with the length into 128 bits. A
/// change in one or two words always changes the sums; more changes cancel out only when they balance in value
/// and in position within every lane. It protects against accidents and edits, not against forgery.
/// </remarks>
internal struct ContentDigest
{
    /// <summary>Every block but the last has a multiple of this many bytes.</summary>
    public const int BlockMultiple = 64;

    private const int StateWords = 4 * 4 + 1;

    private Vector256<ulong> _evenSum, _oddSum, _evenSumOfSums, _oddSumOfSums;
    private long _length;

    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        var digest = default(ContentDigest);
        int whole = bytes.Length - bytes.Length % BlockMultiple;
        digest.Append(bytes[..whole]);
        return digest.Finish(bytes[whole..]);
    }

    /// <param name="block">A multiple of <see cref="BlockMultiple"/> bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // the first call may be the only one: no warming up
    public void Append(ReadOnlySpan<byte> block)
    {
        ReadOnlySpan<Vector256<ulong>> words = MemoryMarshal.Cast<byte, Vector256<ulong>>(block);
        (Vector256<ulong> even, Vector256<ulong> odd) = (_evenSum, _oddSum);
        (Vector256<ulong> evenSums, Vector256<ulong> oddSums) = (_evenSumOfSums, _oddSumOfSums);
        for (int i = 0; i + 1 < words.Length; i += 2)
        {
            even += words[i];
            evenSums += even;
            odd += words[i + 1];
            oddSums += odd;
        }

        (_evenSum, _oddSum, _evenSumOfSums, _oddSumOfSums) = (even, odd, evenSums, oddSums);
        _length += block.Length;
    }

    /// <param name="rest">The last bytes, fewer than <see cref="BlockMultiple"/>.</param>
    public UInt128 Finish(ReadOnlySpan<byte> rest)
    {
        Span<byte> last = stackalloc byte[BlockMultiple];
        last.Clear();
        rest.CopyTo(last);
        Append(last);

        Span<ulong> state = stackalloc ulong[StateWords];
        _evenSum.CopyTo(state);
        _oddSum.CopyTo(state[4..]);
        _evenSumOfSums.CopyTo(state[8..]);
        _oddSumOfSums.CopyTo(state[12..]);
        state[^1] = (ulong)(_length - BlockMultiple + rest.Length);
        return new UInt128(Fold(state, seed: 0x9E37_79B9_7F4A_7C15), Fold(state, seed: 0xC2B2_AE3D_27D4_EB4F));
    }

    /// <summary>Each word is mixed one to one by the finaliser of MurmurHash3 (Appleby, 2011), so none is lost.</summary>
    private static ulong Fold(ReadOnlySpan<ulong> words, ulong seed)
    {
        ulong hash = seed;
        foreach (ulong word in words)
        {
            hash = (hash ^ word) * 0xFF51_AFD7_ED55_8CCD;
            hash = (hash ^ (hash >> 33)) * 0xC4CE_B9FE_1A85_EC53;
            hash ^= hash >> 29;
        }

        return hash;
    }
}
