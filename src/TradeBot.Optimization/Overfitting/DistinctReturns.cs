using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TradeBot.Optimization.Overfitting;

/// <summary>Finds bit-identical series of returns, which trials have that differ only in a parameter without effect.</summary>
internal static class DistinctReturns
{
    /// <summary>The series without those that an earlier one equals, in the order given.</summary>
    public static ReadOnlyMemory<double>[] Of(IEnumerable<ReadOnlyMemory<double>> returns)
    {
        HashSet<ReadOnlyMemory<double>> known = new(new BitwiseComparer());
        return [.. returns.Where(known.Add)];
    }

    /// <summary>A digest of a series, the same on any machine; null for an empty one.</summary>
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
