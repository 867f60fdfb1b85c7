using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TradeBot.Optimization.Overfitting;

/// <summary>Which series of returns are the same, bit for bit: what a parameter that nothing reads makes of one trial.</summary>
internal static class DistinctReturns
{
    /// <summary>The series without those that an earlier one equals, in the order given.</summary>
    public static ReadOnlyMemory<double>[] Of(IEnumerable<ReadOnlyMemory<double>> returns)
    {
        HashSet<ReadOnlyMemory<double>> known = new(new BitwiseComparer());
        return [.. returns.Where(known.Add)];
    }

    /// <summary>A name for a series that only an equal one has, on any machine; null for an empty one.</summary>
    public static string? DigestOf(ReadOnlySpan<double> returns)
    {
        if (returns.IsEmpty)
            return null;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (BitConverter.IsLittleEndian)
        {
            SHA256.HashData(MemoryMarshal.AsBytes(returns), hash);
        }
        else
        {
            byte[] bytes = new byte[returns.Length * sizeof(double)];
            for (int i = 0; i < returns.Length; i++)
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), returns[i]);
            SHA256.HashData(bytes, hash);
        }

        return Convert.ToHexStringLower(hash[..16]);
    }

    private sealed class BitwiseComparer : IEqualityComparer<ReadOnlyMemory<double>>
    {
        public bool Equals(ReadOnlyMemory<double> x, ReadOnlyMemory<double> y) =>
            MemoryMarshal.AsBytes(x.Span).SequenceEqual(MemoryMarshal.AsBytes(y.Span));

        public int GetHashCode(ReadOnlyMemory<double> obj)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(obj.Span));
            return hash.ToHashCode();
        }
    }
}
