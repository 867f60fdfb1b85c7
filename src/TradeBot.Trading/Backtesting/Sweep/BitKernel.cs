using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TradeBot.Trading;

/// <summary>Comparisons of columns as bits, 64 candles to a word; a comparison with NaN is false.</summary>
internal static class BitKernel
{
    public const int Bits = 64;

    /// <summary>Where the left value is greater, or at least as great.</summary>
    /// <param name="left">A multiple of 64 values.</param>
    /// <param name="right">As many.</param>
    /// <param name="orEqual">Whether equal values count.</param>
    /// <param name="words">One for each 64 values.</param>
    public static void Compare(ReadOnlySpan<double> left, ReadOnlySpan<double> right, bool orEqual, Span<ulong> words)
    {
        if (Vector512.IsHardwareAccelerated)
            Compare512(left, right, orEqual, words);
        else
            Compare256(left, right, orEqual, words);
    }

    /// <summary>Position of the first bit that is set, from a position on; <paramref name="count"/> when there is none.</summary>
    public static int Next(ReadOnlySpan<ulong> words, int from, int count)
    {
        if (from >= count)
            return count;
        int word = from / Bits;
        ulong bits = words[word] >> (from % Bits) << (from % Bits);
        while (bits == 0)
        {
            if (++word * Bits >= count)
                return count;
            bits = words[word];
        }

        return Math.Min(count, word * Bits + System.Numerics.BitOperations.TrailingZeroCount(bits));
    }

    public static bool IsSet(ReadOnlySpan<ulong> words, int at) => (words[at / Bits] >> (at % Bits) & 1) != 0;

    private static void Compare512(ReadOnlySpan<double> left, ReadOnlySpan<double> right, bool orEqual, Span<ulong> words)
    {
        ReadOnlySpan<Vector512<double>> a = MemoryMarshal.Cast<double, Vector512<double>>(left), b = MemoryMarshal.Cast<double, Vector512<double>>(right);
        for (int word = 0; word < words.Length; word++)
        {
            ReadOnlySpan<Vector512<double>> x = a.Slice(word * 8, 8), y = b.Slice(word * 8, 8);
            ulong bits = 0;
            if (orEqual)
            {
                for (int i = 0; i < 8; i++)
                    bits |= Vector512.GreaterThanOrEqual(x[i], y[i]).ExtractMostSignificantBits() << (8 * i);
            }
            else
            {
                for (int i = 0; i < 8; i++)
                    bits |= Vector512.GreaterThan(x[i], y[i]).ExtractMostSignificantBits() << (8 * i);
            }

            words[word] = bits;
        }
    }

    private static void Compare256(ReadOnlySpan<double> left, ReadOnlySpan<double> right, bool orEqual, Span<ulong> words)
    {
        ReadOnlySpan<Vector256<double>> a = MemoryMarshal.Cast<double, Vector256<double>>(left), b = MemoryMarshal.Cast<double, Vector256<double>>(right);
        for (int word = 0; word < words.Length; word++)
        {
            ReadOnlySpan<Vector256<double>> x = a.Slice(word * 16, 16), y = b.Slice(word * 16, 16);
            ulong bits = 0;
            if (orEqual)
            {
                for (int i = 0; i < 16; i++)
                    bits |= (ulong)Vector256.GreaterThanOrEqual(x[i], y[i]).ExtractMostSignificantBits() << (4 * i);
            }
            else
            {
                for (int i = 0; i < 16; i++)
                    bits |= (ulong)Vector256.GreaterThan(x[i], y[i]).ExtractMostSignificantBits() << (4 * i);
            }

            words[word] = bits;
        }
    }
}
