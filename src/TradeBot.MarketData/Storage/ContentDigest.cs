using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace TradeBot.MarketData;

/// <summary>Tells whether bytes have changed, at the speed of memory.</summary>
/// <remarks>
/// Two running sums in each of eight 64-bit lanes (Fletcher's checksum), folded with the length by SHA-256. A
/// change in one or two words is always seen; more changes cancel out only when they balance in value and in
/// position within every lane. It guards against accidents and edits, not against forgery.
/// </remarks>
internal struct ContentDigest
{
    /// <summary>Every block but the last has a multiple of this many bytes.</summary>
    public const int BlockMultiple = 64;

    private const int StateBytes = 4 * 32;

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

        Span<byte> state = stackalloc byte[StateBytes + sizeof(long)];
        _evenSum.AsByte().CopyTo(state);
        _oddSum.AsByte().CopyTo(state[32..]);
        _evenSumOfSums.AsByte().CopyTo(state[64..]);
        _oddSumOfSums.AsByte().CopyTo(state[96..]);
        BinaryPrimitives.WriteInt64LittleEndian(state[StateBytes..], _length - BlockMultiple + rest.Length);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(state, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
