using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TradeBot.Exchanges.Emulator.Matching;

/// <summary>Ids that depend on the seed and on how many there were before.</summary>
internal sealed class IdSource(int seed)
{
    private long _count;

    /// <summary>The cross sequence of the last fill.</summary>
    public long Sequence { get; private set; } = 1000;

    public string Next()
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{++_count}")));
        return new Guid(hash.AsSpan(0, 16)).ToString("D");
    }

    public long NextSequence() => ++Sequence;
}
